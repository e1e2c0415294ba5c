/** One row of the catalogue of faults: what to do about it, in both languages. */
interface FaultHint {
  readonly en: string;
  readonly zh: string;
}

/**
 * Every code that a thrown {@link GuiyanError} can carry (错误代码), with the hint shown to the user.
 * The union {@link ErrorCode} is closed: a new fault starts by being listed here.
 */
export const ERROR_HINTS = {
  "invalid-argument": {
    en: "Pass a value of the kind that the message names.",
    zh: "请按提示传入所需类型的值。",
  },
  "invalid-option": {
    en: "Correct the option's value as the message says.",
    zh: "请按提示修改该选项的值。",
  },
  "unknown-option": {
    en: "Remove the option or correct its spelling; the message lists the known ones.",
    zh: "请删除该选项或改正拼写；提示中列出了可用选项。",
  },
  "invalid-talent": {
    en: "Correct the talent record at the named path; a missing fact is left out, not null.",
    zh: "请修正提示位置的人才记录；缺失的信息应省略，而不是填 null。",
  },
  "invalid-demand": {
    en: "Correct the demand at the named path.",
    zh: "请修正提示位置的需求记录。",
  },
  "invalid-chain": {
    en: "Correct the chain definition at the named path.",
    zh: "请修正提示位置的产业链定义。",
  },
  "duplicate-id": {
    en: "Give every record its own id.",
    zh: "请为每条记录设置唯一编号。",
  },
  "unknown-code": {
    en: "Use a code of the named code system, or resolve the text first.",
    zh: "请使用所列代码体系中的代码，或先用 resolve 函数解析文本。",
  },
  "limit-exceeded": {
    en: "Split the input, or raise the named limit if you trust the source.",
    zh: "请拆分输入；若来源可信，可调高所列限制。",
  },
  "empty-table": {
    en: "Check that the file has a header row and at least one row below it.",
    zh: "请确认文件含有表头行以及至少一行数据。",
  },
  "no-usable-record": {
    en: "Run guiyan check on the file to see why, and make sure that the talent file comes before the demand file.",
    zh: "请用 guiyan check 查看该文件的原因，并确认人才表在前、需求表在后。",
  },
  "no-recognisable-header": {
    en: "Name the columns in the first rows (for example 姓名, 单位, 学历, 职称), or pass a column mapping.",
    zh: "请在前几行写明列名（如 姓名、单位、学历、职称），或传入列映射。",
  },
  "invalid-snapshot": {
    en: "Build the index anew from its registry and write another snapshot with this version.",
    zh: "请用当前版本从名册重新建立索引并另存快照。",
  },
  "conflicting-ruling": {
    en: "Withdraw the earlier ruling first.",
    zh: "请先撤回此前的裁定。",
  },
  "merge-superseded": {
    en: "Undo the later merges named in the details first, or rule on the pair.",
    zh: "请先撤销详情所列的后续合并，或直接裁定该对记录。",
  },
  aborted: {
    en: "The work was cancelled by its AbortSignal; nothing was written.",
    zh: "操作已被取消，未写出任何结果。",
  },
  "adapter-missing-file": {
    en: "Check the path; relative paths start at the current folder.",
    zh: "请检查路径；相对路径以当前目录为起点。",
  },
  "adapter-unsupported-format": {
    en: "Save the file as .xlsx or .csv (UTF-8 or GB18030) and try again.",
    zh: "请将文件另存为 .xlsx 或 .csv（UTF-8 或 GB18030）后重试。",
  },
  "adapter-damaged-file": {
    en: "Open the file in a spreadsheet program, save it anew and try again.",
    zh: "请用表格软件打开并重新保存该文件后重试。",
  },
  "adapter-read-failed": {
    en: "Check that the file can be read by the current user.",
    zh: "请确认当前用户有权读取该文件。",
  },
  "adapter-write-failed": {
    en: "Check free space and write permission of the output folder.",
    zh: "请检查输出目录的剩余空间与写入权限。",
  },
  "adapter-output-exists": {
    en: "Choose another output folder, or allow overwriting (--force).",
    zh: "请更换输出目录，或允许覆盖（--force）。",
  },
} as const satisfies Record<string, FaultHint>;

/** The closed union of fault codes (错误代码). */
export type ErrorCode = keyof typeof ERROR_HINTS;
