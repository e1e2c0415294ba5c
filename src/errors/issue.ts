/** How much an issue costs: `error` rejects the row, `warning` loses or doubts a fact, `info` only tells. */
export type IssueSeverity = "error" | "warning" | "info";

/** Where in the input an issue lies (出处). Rows are 1-based as a spreadsheet program shows them; `column` is the header or the column letter. */
export interface IssueSource {
  readonly table: string;
  readonly row?: number;
  readonly column?: string;
}

/** The closed union of data-issue codes (数据问题代码). */
export type IssueCode =
  | "cell-ambiguous"
  | "cell-unresolved"
  | "cell-shifted"
  | "cell-two-facts"
  | "cell-error-value"
  | "cell-formula"
  | "cell-damaged-text"
  | "cell-number-damaged"
  | "cell-date-invalid"
  | "cell-too-long"
  | "column-unmapped"
  | "column-guessed"
  | "row-empty"
  | "row-ragged"
  | "row-damaged"
  | "row-repeated-header"
  | "row-above-header"
  | "row-total"
  | "row-no-identity"
  | "id-duplicate"
  | "requirement-unread"
  | "requirement-unused"
  | "protected-attribute"
  | "encoding-replaced"
  | "sheet-hidden"
  | "sheet-skipped"
  | "limit-reached";

/**
 * A fault of the data (数据问题), told beside the records and never thrown.
 * `message` (English) and `messageZh` name place and expectation, not the cell's text.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  readonly message: string;
  readonly messageZh: string;
  readonly source: IssueSource;
  readonly details?: Readonly<Record<string, unknown>>;
}
