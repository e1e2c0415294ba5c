/**
 * Bare region names that at the head of an employer's name are more often something else (同形字号).
 *
 * Ordinary words of good omen or direction that firms everywhere take as their 字号, names of persons, mountains and landmarks, and brands and schools
 * known nationwide. With its suffix (平安区, 永安市) or after the unit that holds it (海南东方) a name reads as the place.
 * @source own selection from the current names of GB/T 2260: words listed in Modern Chinese dictionaries, and names of nationwide banks, brokers, insurers,
 *   car makers and the universities of the ministry's list. Extend it by adding words.
 */
const WORDS =
  // persons, mountains, schools, landmarks
  "南开 庐山 衡山 天台 江南 河东 河西 河北 滨海 太湖 洪湖 五台 仙居 天门 龙门 石林 温泉 凤凰 黄龙 九龙 " +
  // brands and institutions known nationwide
  "平安 东方 方正 长安 东风 紫金 兴业 光明 锦江 卧龙 仁和 同仁 华安 东海 东兴 长城 太平 华泰 新华 永辉 正大 安达 友谊 德邦 长江 瑞金 江陵 太和 望江 嘉陵 庆安 " +
  // words of good omen
  "永安 永康 永泰 永丰 永兴 永新 永福 永顺 永胜 永和 永昌 永利 永春 永善 永德 永靖 永寿 永平 永仁 永宁 兴隆 兴国 兴和 兴宁 兴仁 兴安 兴文 兴平 兴海 和平 和顺 和静 和政 和硕 和安 和康 安定 安平 安福 " +
  "安泽 安康 安多 安化 安仁 安义 安远 泰和 泰安 泰来 泰顺 泰兴 大方 大新 大成 大安 大宁 大田 大化 大英 大余 富民 富源 富裕 富强 富平 富锦 富顺 裕民 祥云 嘉祥 吉祥 吉安 同德 同心 同安 惠民 惠安 惠农 民乐 民丰 " +
  "民和 民权 新民 乐安 乐业 乐平 长乐 长宁 长顺 长寿 长丰 长兴 长泰 长海 康乐 康平 康保 广安 广丰 广德 广平 广昌 宝丰 宝兴 宝清 丰顺 丰润 德安 德清 德兴 崇信 崇仁 崇义 仁化 信丰 正安 正宁 正阳 定安 定远 定兴 " +
  "建设 建德 建平 建安 文成 文安 华容 华宁 华亭 南华 西华 金山 金湖 金门 金阳 金秀 金沙 宏伟 胜利 前进 红旗 向阳 解放 团结 进贤 博爱 博乐 博兴 开明 开化 通海 通达 共和 合作 新建 新丰 新和 新新 新源 新龙 新兴 新星 新平 " +
  "双龙 双峰 双江 龙江 龙山 龙泉 青山 青龙 天山 云龙 玉龙 海兴 海丰 平和 顺平 顺昌 大通 通道 通化 庆云 庆安 庆元 余庆 丰林 嘉禾 万年 万安 万全 天全 天长 天柱 东光 高明 高安 高平 明光 天峻 团风 公安 资源 互助 会同 " +
  "中方 中江 黄河 恒山 桃源 赤壁 石门 白水 甘泉 清水 白云 白玉 绿春 阳光 红岩 平安 当代 三元 三江 三河 五华 五常 八宿 九台 静安";

/** The homonyms of the pack. */
export function decodeRegionHomonyms(): Set<string> {
  return new Set(WORDS.split(" "));
}
