/** Surnames with weights (姓氏), in per mille of the population, heavier for those common in northern Henan; compound ones at the end. */
export const SURNAMES =
  "王:82 李:80 张:78 刘:58 陈:38 杨:31 赵:30 郭:24 马:20 孙:19 周:17 徐:16 吴:16 朱:15 胡:13 高:13 黄:12 宋:11 韩:11 魏:11 何:10 杜:9 谢:9 冯:9 " +
  "许:9 程:9 曹:9 董:9 田:8 袁:8 于:8 吕:8 任:8 史:8 贾:8 崔:8 罗:8 郑:8 梁:8 唐:7 苏:7 姚:7 林:7 薛:7 范:7 侯:7 邢:7 彭:6 曾:6 萧:1 肖:6 蒋:6 " +
  "段:6 武:6 石:6 孟:6 潘:5 丁:5 蔡:5 余:5 叶:5 沈:5 白:5 尹:5 秦:5 常:5 乔:5 康:5 岳:5 翟:5 卢:4 汪:4 戴:4 钟:4 夏:4 付:4 傅:2 邹:4 姜:4 " +
  "陆:4 方:4 金:4 谭:4 廖:4 熊:4 江:3 郝:3 邱:3 顾:3 毛:3 钱:3 万:3 雷:3 龙:3 陶:3 贺:3 安:3 倪:2 严:2 牛:3 温:2 芦:2 葛:2 季:2 盖:1 单:1 " +
  "仇:1 区:1 覃:1 解:1 查:1 朴:1 缪:1 冼:1 逯:1 晁:2 仝:2 禹:1 欧阳:2 司马:1 上官:1 诸葛:1 令狐:1 皇甫:1 尉迟:1";

/** First characters of two-character given names, by weight. */
export const GIVEN_FIRST =
  "志:30 建:30 国:22 永:20 文:26 晓:26 小:16 海:20 明:20 玉:18 红:16 春:14 金:12 庆:10 振:10 俊:16 子:14 一:8 雨:14 思:10 宇:10 佳:12 丽:14 " +
  "秀:10 素:8 爱:6 学:14 卫:10 东:10 立:10 相:6 瑞:8 慧:8 梦:10 浩:10 天:8 鹏:6 新:8 胜:6 德:8 兴:8 景:8 清:8 书:6 怀:4 乐:4 凤:6 桂:6 艳:6";

/** Second characters, and given names of one character, by weight. */
export const GIVEN_LAST =
  "华:26 伟:26 军:22 平:18 强:20 勇:16 杰:18 峰:18 涛:16 明:18 辉:16 斌:14 超:14 刚:12 波:12 民:12 生:8 霞:14 芳:12 娟:12 敏:14 静:14 丽:14 " +
  "玲:12 英:12 梅:10 红:12 燕:12 婷:10 颖:10 琳:10 洁:8 欣:8 雪:8 磊:12 鑫:8 宇:8 轩:6 豪:6 博:8 帅:6 凯:8 锋:8 龙:8 飞:10 鹏:8 林:10 宁:8 " +
  "泽:8 然:6 琪:6 怡:6 萍:8 荣:8 彬:8 阳:8 旭:6 岩:6 岭:4 周:2 社:3 献:3 𠮷:1 䶮:1 㛃:1 堃:2 喆:2";

/** Parts of names written with a middle dot (少数民族姓名). */
export const DOTTED_NAMES = "买买提 艾力 热合曼 吐尔逊 阿不都 古丽娜 迪力夏提 帕提古丽 阿依努尔 其其格 巴特尔 乌云娜 扎西 卓玛".split(" ");

/** Characters that clerks take for one another, both ways. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  "伟玮 华桦 娟鹃 丽莉 晓小 林琳 燕艳 强墙 辉晖 斌彬 涛焘 峰锋 静靖 英瑛 平萍 杰洁 宇雨 志智 建健 永勇 明铭 红虹"
    .split(" ")
    .flatMap((pair): [string, string][] => {
      const [a = "", b = ""] = [...pair];
      return [
        [a, b],
        [b, a],
      ];
    }),
);
