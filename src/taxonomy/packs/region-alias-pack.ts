/**
 * One-character names of the provinces (省级简称): read only where they stand alone.
 * @source the official abbreviations on licence plates and in the gazetteers; 蜀 秦 陇 黔 滇 are the second ones in use
 */
const ABBREVIATIONS =
  "京110000 津120000 冀130000 晋140000 蒙150000 辽210000 吉220000 黑230000 沪310000 申310000 苏320000 浙330000 皖340000 闽350000 赣360000 鲁370000 豫410000 鄂420000 湘430000 粤440000 " +
  "桂450000 琼460000 渝500000 川510000 蜀510000 贵520000 黔520000 云530000 滇530000 藏540000 陕610000 秦610000 甘620000 陇620000 青630000 宁640000 新650000 台710000 港810000 澳820000";

/**
 * Names in use that no rule derives from the official one (俗称): cut autonomous names, former leagues, new areas that are no unit of GB/T 2260.
 * @source everyday and administrative usage; 雄安新区's three counties keep their codes under 保定
 */
const ALIASES =
  "内蒙150000 呼市150100 锡盟152500 锡林郭勒152500 阿盟152900 呼盟150700 哲盟150500 哲里木盟150500 伊盟150600 伊克昭盟150600 巴盟150800 乌盟150900 昭盟150400 昭乌达盟150400 版纳532800 " +
  "巴州652800 博州652700 克州653000 克孜勒苏州653000 伊犁州654000 黔西南州522300 甘孜州513300 阿坝州513200 雄安新区130600 雄安130600 乌市650100 兵团650000 新疆生产建设兵团650000 天府新区510100 西咸新区610100 " +
  "贵安新区520100 滨海新区120116 前郭220721 前郭县220721 莫旗150722 达茂旗150223 达茂150223 喀左211324 喀左县211324 科左中旗150521 科左后旗150522 科右前旗152221 科右中旗152222 杜蒙230624 和布克赛尔654226 和丰县654226 " +
  "塔县653131 察县654022 加格达奇232700 加格达奇区232700 杨凌610403 三沙460300 西沙460301 南沙群岛460302 西沙群岛460301 臺灣710000 台湾地区710000 港岛810000 新界810000 九龙810000 巢县340181 " +
  "beijing110000 peking110000 tianjin120000 hebei130000 liaoning210000 jilin220000 heilongjiang230000 shanghai310000 jiangsu320000 zhejiang330000 anhui340000 fujian350000 jiangxi360000 shandong370000 " +
  "henan410000 hubei420000 hunan430000 guangdong440000 guangxi450000 hainan460000 chongqing500000 sichuan510000 guizhou520000 yunnan530000 tibet540000 shaanxi610000 gansu620000 qinghai630000 ningxia640000 " +
  "xinjiang650000 taiwan710000 hongkong810000 macau820000 macao820000 shenyang210100 dalian210200 changchun220100 harbin230100 nanjing320100 wuxi320200 suzhou320500 hangzhou330100 ningbo330200 hefei340100 " +
  "fuzhou350100 xiamen350200 nanchang360100 jinan370100 qingdao370200 zhengzhou410100 luoyang410300 puyang410900 wuhan420100 changsha430100 guangzhou440100 shenzhen440300 zhuhai440400 foshan440600 dongguan441900 " +
  "nanning450100 haikou460100 chengdu510100 guiyang520100 kunming530100 xian610100 lanzhou620100 urumqi650100";

const pairs = (table: string, codeAt: (item: string) => number): [string, string][] =>
  table.split(" ").map((item) => [item.slice(0, codeAt(item)), item.slice(codeAt(item))]);

/** One-character names and their provinces. */
export function decodeRegionAbbreviations(): [string, string][] {
  return pairs(ABBREVIATIONS, () => 1);
}

/** Other names and their units. */
export function decodeRegionAliases(): [string, string][] {
  return pairs(ALIASES, (item) => item.length - 6);
}
