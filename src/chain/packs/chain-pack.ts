/**
 * The fifteen chains that ship (产业链目录), one chain a block: `# id|name|provenance|source`, then a segment a line:
 * `id|name|stage|feeds|fields code:weight|industries code:weight|occupations`, stage u, m or d; blanks separate the items of a cell.
 *
 * Where the names come from: 生物基材料, 食品加工 and 装备制造 are the county's published leading industries. The others are illustrative.
 * The province's action plans of 2023 for 28 key chains in seven clusters have 化工新材料, 先进农机装备, 冷链食品 (预制菜 beside it) and 绿色建筑材料
 * by name, and 新能源汽车, 现代医药 and 现代轻纺 (纺织服装, 现代家居) as clusters; 生物医药 and 节能环保 stand in the province's work report of 2021.
 * 新能源 follows the province's plan of 2022 for hydrogen between 郑州, 开封, 洛阳 and 濮阳. For 现代种养 and 数字经济与电商物流 no such page was at hand.
 *
 * Segments, feeds and weights are the library's own for all fifteen, from how the goods are made. A feed is goods, power, data or waste that goes on
 * to be used; machines and software stand upstream of whom they equip, who inspects and who sells stand after who makes.
 * Weights run to 1000 for the field and the industry that make the segment, and each has one; 700–900 works beside it, below 500 is of use.
 * A high weight for two fields of one segment says that their people replace each other there (see `fieldRelations`), so sale and management stay low
 * beside a technique. Where the catalogue has a field both as a discipline and as a professional degree (0812 and 0854), the discipline stands for both.
 * Industries are classes of four digits. The first word of a name, up to 与 or 、, names the trade.
 */
export const CHAINS = `
# bio-based-materials|生物基材料|published|县公布的主导产业；环节按聚乳酸生产流程编写
corn-starch|玉米收储与淀粉|u|sugar compounding|083202:1000 0832:900 0822:600 0901:300|1391:1000 5951:600 5111:400|淀粉工艺工程师 粮食质检员 仓储主管
biomass|秸秆生物质与糠醛|u|polyester|082903:1000 0817:900 0828:400|2614:1000 2663:500|糠醛工艺工程师 水解工段长 生物质原料主管
sugar|淀粉糖与酶解|u|lactic-acid|0822:1000 082202:900 0836:800 0832:600|1391:1000 1495:300|淀粉糖工艺工程师 酶制剂应用工程师 糖化车间主任
lactic-acid|乳酸发酵与提纯|m|lactide|082203:1000 0836:1000 081703:900 071005:700|2614:1000 1495:500|发酵工程师 菌种研发工程师 乳酸提纯工程师 发酵车间主任
lactide|丙交酯合成与精制|m|resin|0817:1000 081702:900 081705:700 0703:700|2614:1000 2832:700|化工工艺工程师 精馏工程师 催化剂研发工程师 反应釜主操
resin|聚乳酸聚合|m|compounding fibre nonwovens|0805:1000 070305:1000 080502:1000 0817:800|2832:1000 2651:500|聚合工艺工程师 高分子材料研发工程师 聚合装置班长
polyester|生物基单体与聚酯|m|compounding fibre|0817:1000 0805:900 070305:900 081702:800|2651:1000 2832:700 2614:600|聚酯工艺工程师 单体合成工程师 装置值班长
compounding|改性树脂与复合材料|m|film tableware|0805:1000 080503:900 070305:800|2832:1000 2929:500|改性配方工程师 双螺杆挤出工程师 材料检测工程师 应用技术工程师
fibre|生物基纤维|m|nonwovens textile|082102:1000 0821:1000 0805:800|2831:1000|纺丝工艺工程师 纤维研发工程师 纤维检测员
nonwovens|聚乳酸无纺布与卫材|d||0821:1000 082101:700 0805:500|1781:1000 2770:600|无纺布技术主管 水刺工艺工程师 卫材品控主管
textile|聚乳酸纺织与汽车内饰|d||082101:1000 0821:900 082103:600 1403:400|1751:1000 1789:700 3670:300|面料开发工程师 染整工程师 内饰材料工程师 外贸业务经理
film|可降解膜与包装制品|d|recycling|080503:1000 0805:1000 0802:500 0903:300|2921:1000 2926:700|吹膜工艺工程师 包装设计师 可降解地膜推广员
tableware|可降解餐具与注塑制品|d|recycling|080503:1000 0802:700 1403:400|2927:1000 2929:600|注塑工程师 模具工程师 质量主管
recycling|堆肥降解与循环再生|d||083002:1000 0830:1000 0805:600 0903:500|4220:1000 2625:600 7723:500|堆肥工艺工程师 降解性能检测员 再生料工程师
# food-processing|食品加工|published|县公布的主导产业；环节按加工门类编写
raw-materials|优质小麦与果蔬基地|u|milling oils fruit-vegetables beverages|0901:1000 0902:700 0904:600 0903:500|0112:1000 0141:800 0122:500|农艺师 基地经理 植保技术员
livestock|畜禽养殖与屠宰|u|meat beverages|0905:1000 0906:900 0951:500|1351:1000 1352:900 0313:800 0321:700 0311:400|养殖场场长 兽医师 屠宰品控员
additives|食品添加剂与配料|u|meat prepared bakery beverages nutrition|082203:1000 0836:900 083201:800 081704:600|1495:1000 1469:800 2684:400|添加剂应用工程师 酵母发酵工程师 调香师 法规注册专员
packaging|食品包装材料|u|meat fruit-vegetables prepared bakery beverages|0822:1000 0805:800 080503:600 1403:400|2231:1000 2926:900 2921:600 2319:500|包装工程师 印刷工艺工程师 包装结构设计师
milling|面粉与谷物加工|m|prepared bakery|083202:1000 0832:1000 0802:300|1312:1000 1313:600 1314:300|制粉工艺师 配粉工程师 粮油品控主管
oils|食用油与植物蛋白|m|prepared bakery nutrition|083202:1000 0832:900 0817:500|1331:1000 1392:600|油脂工程师 精炼车间主任 蛋白应用工程师
meat|肉制品加工|m|cold-chain inspection|083201:1000 0832:1000 0905:300|1353:1000 1451:600|肉制品研发工程师 生产厂长 食品检验员
fruit-vegetables|果蔬与食用菌加工|m|prepared beverages inspection|083203:1000 0832:900 0902:500|1371:1000 1373:800 1372:700 1453:500|果蔬加工工程师 保鲜工程师 罐头车间主任
prepared|速冻食品与方便主食|m|cold-chain inspection|0832:1000 083201:1000 0955:700 080705:400|1432:1000 1431:900 1433:700|速冻食品研发工程师 食品工艺工程师 车间主任 品控经理
bakery|焙烤与休闲食品|m|inspection brand|083201:1000 0832:900 083202:700 0955:700|1411:1000 1419:900 1421:500|烘焙研发师 膨化食品工艺师 生产主管
beverages|饮料、乳品与酿造|m|cold-chain inspection|0832:1000 083201:900 082203:700 0955:500|1524:1000 1441:900 1523:800 1512:400|乳品工艺工程师 饮料研发工程师 灌装设备工程师 酿酒师
nutrition|营养与保健食品|m|inspection brand|100403:1000 083201:900 0955:800 1007:500|1491:1000 1492:900|营养配方师 功能食品研发工程师 保健食品注册专员
inspection|食品检测与质量追溯|d|brand|083201:1000 070302:700 100403:700 0804:300|7452:1000 7451:600|食品检测工程师 微生物检验员 食品安全主管 体系审核员
cold-chain|冷链仓储与配送|d|brand|125604:1000 1201:800 080705:600 0823:500|5930:1000 5432:900 5437:400|冷链物流经理 制冷工程师 仓储调度员
brand|品牌营销与渠道|d||1202:1000 120202:900 0503:500 0955:300|5129:1000 5229:700 5292:700|品牌经理 渠道销售经理 电商运营经理
# equipment-manufacturing|装备制造|published|县公布的主导产业；环节按制造流程编写
tooling|模具与刀具|u|castings machining|080201:1000 0802:900 080503:900|3525:1000 3321:900|模具设计工程师 刀具工艺工程师 模具钳工
castings|精密铸锻件与材料|u|surface machining hydraulics motors|080503:1000 0805:900 0806:800|3391:1000 3393:900 3392:700|铸造工程师 锻造工艺工程师 金相检验员
sensors|传感器与电子元件|u|motors control|080402:1000 0804:1000 0809:800|3983:1000 3981:600 3982:600|传感器研发工程师 硬件工程师 计量检定员
surface|热处理与表面处理|m|machining hydraulics|080502:1000 0805:1000 080503:600 0703:400|3360:1000|热处理工程师 表面处理工程师 涂装工艺工程师
machining|精密加工与零部件|m|hydraulics machine-tools robots oil-equipment vessels assembly|080201:1000 0802:1000 0804:500|3484:1000 3489:700 3482:500|数控工艺工程师 数控编程员 机加工车间主任 质量工程师
hydraulics|液压与传动部件|m|machine-tools oil-equipment assembly|080203:1000 0802:1000 080704:900|3444:1000 3453:900 3451:800|液压设计工程师 齿轮工艺师 轴承工程师 密封件工程师
motors|电机与驱动|m|machine-tools robots assembly|080801:1000 0808:1000 080804:900|3812:1000 3813:600 3824:600|电机设计工程师 驱动开发工程师 绕线工艺员
control|电气控制与仪表|m|machine-tools robots oil-equipment vessels assembly|0811:1000 081101:900 0808:800 0804:700|4011:1000 3823:800 3914:500|自动化工程师 电气工程师 PLC程序员 仪表工程师
machine-tools|数控机床|d|service|0802:1000 080201:900 0811:600|3421:1000 3422:800 3425:700|机床设计工程师 数控系统工程师 装配钳工
robots|工业机器人与自动化产线|d|service|080202:1000 085510:1000 0811:900 1405:600|3491:1000 3434:500 3599:300|机器人应用工程师 机械设计工程师 视觉算法工程师 产线调试工程师
oil-equipment|石油钻采装备|d|service|0802:1000 082001:700 0820:700 080706:500|3512:1000 3443:500|石油装备设计工程师 井口装备工程师 阀门设计工程师
vessels|压力容器与化工装备|d|service|080706:1000 0807:800 0802:800 080503:600|3521:1000 3332:1000 3463:500|压力容器设计师 焊接工程师 无损检测工程师
assembly|食品机械与专用整机|d|service|080203:1000 0802:1000 0811:500 0832:300|3531:1000 3532:900 3467:800|食品机械设计师 总装工程师 机械研发总监 项目经理
service|运维服务与再制造|d||0802:1000 080503:600 0811:600 0804:500|4330:1000 4320:900 4350:600|设备运维工程师 再制造工程师 售后技术经理
# chemical-materials|化工新材料|illustrative|河南省2023年重点产业链行动方案列名；环节为示例
refining|油气加工与基础化工|u|intermediates polymers safety|0817:1000 081702:1000 081701:900 0820:500|2511:1000 2614:900|炼化工艺工程师 装置操作班长 设备管理工程师
chlor-alkali|盐化工与无机原料|u|intermediates electronic-chemicals|081704:1000 0817:900 070301:900|2612:1000 2613:800 2611:500 1030:300|氯碱工艺工程师 电解工程师 无机盐研发工程师
intermediates|有机中间体|m|auxiliaries polymers electronic-chemicals agrochemicals coatings safety|0817:1000 081704:900 070303:900 081705:700|2614:1000 2619:400|有机合成工程师 工艺放大工程师 中试主管
auxiliaries|催化剂与橡塑助剂|m|polymers coatings plastics|081705:1000 0817:1000 070304:800|2661:1000 2662:500|催化剂研发工程师 助剂应用工程师 分析检测工程师
polymers|合成树脂与工程塑料|m|composites coatings plastics|070305:1000 0805:1000 0817:800|2651:1000 2653:700 2652:600|聚合工艺工程师 高分子研发工程师 切片车间主任
composites|高性能纤维与复合材料|d||080502:1000 0805:1000 080503:900 082102:600|3062:1000 2829:800 2821:600|复合材料工程师 纺丝工程师 制品结构工程师
electronic-chemicals|电子与专用化学品|d|logistics|081704:1000 0703:1000 0809:500|3985:1000 2669:900 2661:600|电子化学品研发工程师 提纯工艺工程师 痕量分析工程师
agrochemicals|绿色农药|d|logistics|090403:1000 070303:900 0817:800 0904:600|2631:1000 2632:800|农药合成工程师 农药制剂工程师 农药登记专员
coatings|绿色涂料与胶粘剂|d|logistics|0817:1000 081704:900 070305:700 0805:700|2641:1000 2669:600 2646:500|涂料配方工程师 胶粘剂研发工程师 技术服务工程师
plastics|改性塑料制品|d||080503:1000 0805:900 0802:500|2922:1000 2929:900 2924:400|改性工程师 模具工程师 注塑主管
logistics|危化品储运|d||082003:1000 0837:600 125604:500|5942:1000 5435:900 5941:600|储运工程师 危化品仓储主管 车队安全经理
safety|园区安全环保与危废处置|d||0837:1000 083002:700 0817:500|7724:1000 4620:700 7461:600|注册安全工程师 环保工程师 EHS经理 危废处置工程师
# prepared-dishes|冷链食品与预制菜|illustrative|冷链食品为省重点产业链，预制菜列入省现代食品产业联盟；环节为示例
farm-supply|果蔬与食用菌基地|u|preprocessing seasoning|0902:1000 090202:900 0904:500|0141:1000 0142:800|蔬菜种植技术员 食用菌技术员 基地品控员
livestock-aquatic|肉禽水产原料|u|preprocessing|0905:1000 083204:600 0908:600 0906:500|1352:1000 1351:900 1361:700 0412:500|屠宰分割主管 水产加工技术员 原料采购品控经理
grain-oil|粮油配料|u|seasoning staples dishes|083202:1000 0832:800 0822:400|1312:1000 1331:900 1392:500|粮油采购工程师 专用粉研发工程师 粮油检验员
packaging|食品级包装|u|staples dishes|0822:1000 0805:700 080503:600 083201:500|2926:1000 2921:900 2319:400|包装开发工程师 杀菌工艺工程师 阻隔材料工程师
preprocessing|净菜与预处理|m|dishes logistics|083203:1000 0832:900 0828:300|1371:1000 1372:700 1353:600|净菜加工主管 保鲜工程师 分切车间主任
seasoning|复合调味料|m|dishes|083201:1000 082203:900 0836:600|1462:1000 1469:900|调味料研发工程师 风味分析师 酿造工程师
staples|面点与主食|m|freezing|083202:1000 0832:900 083201:800|1431:1000 1432:900|面点研发师 主食工艺工程师 主食车间主任
dishes|预制菜研发与生产|m|freezing inspection|0832:1000 083201:1000 0955:800|1432:1000 1439:900 1353:500|预制菜研发总监 中央厨房厨师长 食品工艺工程师 生产经理
freezing|速冻锁鲜与冷库|m|inspection logistics|080705:1000 0807:900 083203:500|5930:1000 1432:600 3464:400|制冷工程师 速冻工艺工程师 冷库设备主管
inspection|食品检测与货架期评价|d|logistics|083201:1000 070302:700 100403:600|7452:1000 7451:500|食品检测工程师 保质期研究员 感官评价师
logistics|冷链物流|d|retail|125604:1000 1201:900 0823:600 080705:500|5432:1000 5930:700 5437:500|冷链运营经理 运输调度 温控管理员
retail|新零售与餐饮供应|d||1202:1000 120202:800 0503:500 0955:300|6241:1000 5212:800 5292:700|电商运营经理 大客户经理 品牌策划
# agricultural-machinery|先进农机装备|illustrative|省重点产业链列名；环节为示例
parts|农机零部件|u|power implements irrigation livestock-equipment tractors harvesters|080201:1000 0802:900 080503:800|3576:1000 3484:600 3391:500|机械工艺工程师 焊接工程师 铸造工艺员
hydraulics|液压与电控部件|u|power smart-farming tractors harvesters|080203:1000 080704:800 0811:600|3444:1000 4011:600|液压系统工程师 电控工程师 线束工程师
power|动力与传动系统|m|tractors harvesters|080703:1000 0807:900 080204:800 080203:600|3412:1000 3453:900|发动机工程师 传动系统工程师 标定工程师
smart-farming|智慧农机与北斗导航|m|tractors harvesters uav|081105:1000 0811:900 082804:700 1404:500 0812:400|4023:1000 4024:700 6513:500|导航控制工程师 嵌入式软件工程师 机器视觉工程师
implements|耕种与植保机具|m|tractors dealers|082801:1000 0828:1000 080203:700|3572:1000 3323:300|农机设计工程师 播种机工程师 植保机械工程师
irrigation|节水灌溉装备|d|dealers|082802:1000 0815:700 080503:500|3597:1000 2922:600 3441:500|节水灌溉工程师 水肥一体化工程师 管材工艺工程师
livestock-equipment|畜牧与设施装备|d|dealers|082803:1000 0828:900 0802:600 0905:400|3574:1000 3579:600|养殖设备工程师 温室工程师 环控工程师
uav|农用无人机|d|dealers rental|0825:1000 081105:900 0811:700 082801:400|3963:1000 3749:500|飞控工程师 无人机结构工程师 无人机测试员
tractors|拖拉机整机|d|dealers|080204:1000 0802:900 082801:900|3571:1000|整车设计工程师 总装车间主任 试制工程师
harvesters|收获机械整机|d|dealers|082801:1000 0802:900 085508:800|3572:1000|收获机设计工程师 脱粒清选工程师 试验工程师
dealers|农机销售与维修|d|rental|082801:1000 0802:600 120202:400|5171:1000 4330:800|农机销售经理 维修技师 配件主管
rental|农机社会化服务|d||082801:1000 120301:600 0951:600 0901:500|0512:1000 0519:800 7112:600|农机合作社经理 农机推广员 作业调度员
# modern-farming|现代种养|illustrative|未查到列名的公开规划；按县域农业编写的示例
breeding|种业与育种|u|planting facility|090102:1000 0901:1000 071007:700 0904:300|0511:1000 7330:600 5112:400|育种研究员 种子检验员 制种基地经理
animal-breeding|畜禽良种繁育|u|husbandry|090501:1000 0905:1000 071007:600|0531:1000 7330:400|繁育技术员 种畜场场长 遗传评估员
feed|饲料与饲草|u|husbandry aquaculture|090502:1000 0905:900 0909:600 082203:300|1329:1000 1495:500 0181:500|饲料配方师 饲料品控主管 动物营养研究员
inputs|肥料农药与农资|u|planting facility|0903:1000 090302:900 090403:800 0904:700|2624:1000 2625:800 2631:500 5166:400|肥料配方师 农化服务工程师 植保产品经理
water|高标准农田与灌溉|u|planting facility|082802:1000 0815:900 090301:600|0513:1000 7910:700 4821:500|农田水利工程师 灌溉技术员 土地整治工程师
smart|数字农业与物联网|u|planting facility husbandry|082804:1000 0812:600 1404:600 0811:600|6532:1000 7511:600 6571:400|农业物联网工程师 遥感监测工程师 农业数据分析师
planting|粮食高标准种植|m|processing|090101:1000 0901:1000 0904:800 0903:700|0112:1000 0113:900 0122:500|农艺师 植保技术员 土壤肥料技术员 种植基地经理
facility|设施园艺与食用菌|m|processing circulation leisure|0902:1000 090202:900 082803:700|0141:1000 0142:1000 0143:300|设施农业技术员 食用菌工程师 育苗主管
husbandry|规模养殖与疫病防控|m|manure circulation|0906:1000 090602:1000 0905:800|0313:1000 0321:900 0311:500 0539:400|兽医师 养殖场场长 疫病检测员
aquaculture|水产养殖|m|circulation|090801:1000 0908:1000 071004:500|0412:1000 0541:600|水产养殖技术员 苗种场长 水质检测员
manure|畜禽粪污资源化|d||083002:1000 0903:700 071005:500|0532:1000 2625:800 4520:500|有机肥研发工程师 沼气工程师 环保技术员
processing|产地初加工与仓储|d|circulation|083203:1000 0832:800 0828:600|0514:1000 5951:800 5959:600|农产品保鲜工程师 粮食保管员 烘干技术员
circulation|农产品流通与合作社|d||120301:1000 1203:1000 1202:600 0951:500|5119:1000 5123:900 7215:400|合作社经理 农产品电商运营 农产品经纪人
leisure|休闲农业|d||120203:1000 1203:700 0862:500|9030:1000 6130:400|休闲农业策划师 园区运营经理 研学活动主管
# new-energy|新能源|illustrative|参照2022年省氢能规划；环节为示例
resource|风光资源与电站开发|u|wind solar|0706:1000 0816:600 0808:400 1201:300|7484:1000 7410:600 7483:500|风资源工程师 项目开发经理 测绘工程师
wind-equipment|风电整机与叶片|u|wind|0802:1000 0801:800 0805:700 080801:500|3415:1000 3062:700 3453:400|风机结构工程师 叶片工艺工程师 齿轮箱工程师
pv-materials|光伏材料与组件|u|solar|080501:1000 0805:900 080903:800|3825:1000 3985:700 3042:300|光伏工艺工程师 组件研发工程师 电池片车间主任
power-electronics|逆变器与电力电子|u|wind solar storage hydrogen|080804:1000 0808:900 0811:600|3824:1000 3821:600|电力电子工程师 嵌入式软件工程师 硬件测试工程师
battery-materials|电池材料|u|storage|070304:1000 080501:900 0817:700 0806:500|3985:1000 3091:500 2613:500|正极材料工程师 电解液研发工程师 材料分析工程师
biofuels|生物质燃料|u|heat|081702:1000 0817:900 081705:800 0828:500|2541:1000 2542:700 4520:600|生物燃料工艺工程师 加氢装置班长 原料收储经理
wind|风力发电与运维|m|hydrogen storage grid|0808:1000 0802:600 0807:500|4415:1000 4874:500|风电运维工程师 电气检修工程师 风电场场长
solar|光伏发电|m|hydrogen storage grid|0808:1000 080802:700 0811:300|4416:1000 4875:600|光伏设计工程师 并网工程师 电站运维员
storage|电池与储能|m|grid services|085808:1000 070304:800 0805:700 0808:600|3841:1000 3849:600|电池研发工程师 储能系统工程师 BMS工程师
hydrogen|制氢与储运|m|fuel-cells|0817:1000 0807:800 080706:800 0808:400|2619:1000 3442:600 3332:500|制氢工艺工程师 压缩机工程师 储氢容器工程师
heat|热电联产与地热供暖|m|grid services|080702:1000 0807:1000 081404:800 0818:400|4412:1000 4430:900 4417:700|热动工程师 锅炉主操 地热工程师 暖通工程师
grid|智能电网与配电|d|services|080802:1000 0808:1000 080803:900 0811:600|4420:1000 3823:700 4910:300|电力系统工程师 继电保护工程师 配网自动化工程师
fuel-cells|燃料电池与加氢|d||0817:1000 070304:900 0807:600|3849:1000 5266:600|燃料电池工程师 膜电极工程师 加氢站站长
services|综合能源与充换电服务|d||0808:1000 0807:700 085808:500 1201:400|7515:1000 7514:900 5267:700|综合能源经理 能效诊断工程师 充电站运维工程师
# new-energy-vehicles|新能源汽车|illustrative|省先进制造业集群之一；环节为示例
materials|轻量化与内饰材料|u|parts thermal|0805:1000 080503:900 0821:400|3252:1000 2929:800 3062:500|轻合金材料工程师 复合材料工程师 内饰开发工程师
battery-materials|动力电池材料|u|battery|070304:1000 080501:900 0703:800 081704:700|3985:1000 2613:500|正极材料工程师 负极材料工程师 材料分析工程师
electronics|汽车电子与芯片|u|thermal drive battery smart charging|080903:1000 1401:1000 0809:900 0810:600|3973:1000 3983:800 3982:800|硬件工程师 芯片应用工程师 传感器工程师
parts|底盘与车身零部件|m|vehicle special-vehicles|080204:1000 080201:1000 0802:900 0801:500|3670:1000 3660:600 3525:300|底盘工程师 冲压模具工程师 质量工程师
thermal|热管理系统|m|battery vehicle|080705:1000 080702:900 0807:900 080204:600|3670:1000 3464:500|热管理工程师 空调系统工程师 流体仿真工程师
drive|电驱与电控|m|vehicle special-vehicles|080801:1000 080804:1000 0808:900 0811:800|3812:1000 3824:800|电机设计工程师 电控软件工程师 功率器件工程师
battery|动力电池|m|vehicle special-vehicles recycling|085808:1000 070304:900 0805:800 0808:600|3841:1000|电芯工艺工程师 电池包结构工程师 BMS工程师
smart|智能座舱与驾驶|m|vehicle|1405:1000 0812:900 081104:900 0811:800|3962:1000 6513:700|算法工程师 嵌入式工程师 测试工程师
vehicle|新能源整车|d|aftermarket|080204:1000 0802:900 0811:500 1201:300|3612:1000|整车集成工程师 试制工程师 生产经理
special-vehicles|专用车与改装|d|aftermarket|080204:1000 080203:900 080503:500|3630:1000 3660:900|专用车设计工程师 上装工程师 焊装工艺工程师
charging|充换电设施|d|aftermarket|080804:1000 0808:900 0810:400|3829:1000 5267:900|充电桩研发工程师 充电运营经理 电气安装工程师
aftermarket|汽车服务与维修|d|recycling|082304:1000 080204:1000 1202:400|8111:1000 5261:700|维修技术总监 新能源诊断技师 汽车销售经理
recycling|动力电池回收利用|d||080603:1000 0806:900 0817:700 083002:500|4210:1000 7724:400|湿法冶金工程师 梯次利用工程师 拆解安全主管
# biomedicine|生物医药|illustrative|2021年省政府工作报告列名；环节为示例
research|新药研发与中试|u|chemical-drugs patent-drugs biologics|100706:1000 1007:1000 100701:900 0710:600|7340:1000|药理研究员 临床前项目经理 药品注册专员
herbs|中药材种植与饮片|u|patent-drugs|1008:1000 100703:800 0901:500 0902:500|0171:1000 2730:900 5960:300|中药材种植技术员 中药鉴定师 炮制车间主任
api|原料药与中间体|u|chemical-drugs veterinary|100701:1000 0817:900 070303:900 1007:800|2710:1000 2614:400|原料药合成工程师 工艺研发工程师 结晶工程师
excipients|药用辅料与医用材料|u|chemical-drugs patent-drugs devices|100702:1000 0805:600 070305:600|2780:1000 2929:300|辅料研发工程师 医用高分子工程师 包材质量工程师
cell-culture|生物试剂与培养基|u|biologics diagnostics veterinary|071009:1000 071010:1000 0836:900|2662:1000 2761:500|培养基开发工程师 蛋白表达工程师 细胞库管理员
chemical-drugs|化学制剂|m|circulation|100702:1000 1007:900 100704:900 0817:500|2720:1000|制剂研发工程师 药物分析员 GMP主管 制剂车间主任
patent-drugs|中成药与保健食品|m|circulation|1008:1000 100504:700 100702:600 083201:400|2740:1000 1492:600|中药制剂工程师 提取车间主任 质量授权人
biologics|生物制品与疫苗|m|circulation|100705:1000 0836:1000 071010:900 100102:800|2761:1000 2762:1000|细胞培养工程师 抗体研发工程师 疫苗工艺工程师
diagnostics|诊断试剂与检验服务|m|circulation health|100208:1000 071010:800 100102:800 070302:600|2761:1000 8492:700|诊断试剂研发员 免疫层析工程师 医学检验师
devices|医疗器械与卫材|m|circulation|0831:1000 0804:700 0821:500|3584:1000 3581:900 2770:900|医疗器械工程师 无菌车间主管 器械注册专员
veterinary|兽药与动物疫苗|m|circulation|0906:1000 090602:1000 090601:900 1007:600|2750:1000|兽药研发工程师 动物疫苗检验员 技术服务兽医师
circulation|医药流通|d|health|1007:1000 1202:500 125604:400|5151:1000 5152:900 5154:800 5251:500|医药代表 质量管理员 执业药师 采购经理
health|健康管理与医养服务|d||1004:1000 1002:600 1011:600 1005:500|8491:1000 7244:800 8514:600|健康管理师 康复治疗师 护理主管
# textiles-garments|纺织服装|illustrative|属省现代轻纺集群；参照市内羽绒产业；环节为示例
fibres|纤维与纱线|u|fabric knitting technical|082102:1000 0821:1000 0805:600|1711:1000 2822:800 2812:400|纺纱工艺工程师 纤维研发工程师 纱线检验员
down|羽绒加工|u|garment home-textiles|0821:1000 0822:600 083002:500|1941:1000|羽绒水洗技术员 羽绒分级检验员 清洁生产工程师
auxiliaries|染料与印染助剂|u|dyeing|081704:1000 0817:900 082103:900 070303:600|2645:1000 2661:700|染料合成工程师 助剂研发工程师 应用打样员
machinery|纺织与缝制装备|u|fabric knitting garment|0802:1000 080202:900 0811:700 0821:400|3551:1000 3553:900|纺机设计工程师 设备维修工程师 自动化工程师
fabric|织造与面料|m|dyeing|082101:1000 0821:900 1403:300|1712:1000 1751:800|织造工程师 面料设计师 织造车间主任
knitting|针织与经编|m|dyeing garment|082101:1000 082102:900 0802:300|1761:1000 1763:600|针织工艺工程师 经编技术员 样品开发员
dyeing|印染后整理|m|garment home-textiles technical|082103:1000 0817:700 083002:600|1713:1000 1752:900 1762:700|染整工程师 印花工艺师 污水处理工程师
technical|产业用纺织品|d||0821:1000 082101:900 0805:800|1781:1000 1789:800|非织造工艺工程师 功能材料开发工程师 涂层工艺工程师
garment|服装智能制造|d|brand|082104:1000 0821:800 1201:400|1819:1000 1829:800 1942:700|服装工艺师 版师 IE工程师 生产厂长
home-textiles|家纺与羽绒寝具|d|brand|0821:1000 082102:800 1403:700|1771:1000 1942:800|家纺设计师 充绒工艺员 外贸跟单员
brand|品牌设计与电商|d||1403:1000 1202:600 0503:500 020206:400|5132:1000 5292:800 7492:500|服装设计师 电商运营 直播策划
# home-furnishing|现代家居|illustrative|属省现代轻纺集群；参照市内家具产业；环节为示例
timber|木材与人造板|u|furniture doors|082902:1000 0829:1000 0907:500|2021:1000 2022:900 2023:700 2011:600|人造板工艺工程师 木材检验员 干燥窑主管
hardware|家具五金|u|furniture upholstery doors smart-home|0802:1000 080503:900 0805:500|3351:1000 3352:500|五金结构工程师 冲压工程师 电镀工艺工程师
coatings|家具涂料与胶粘剂|u|furniture doors|081704:1000 0817:900 0805:600|2641:1000 2669:600|涂装工程师 胶粘剂工程师 涂料调色师
soft-materials|软体材料与布艺|u|upholstery|0821:1000 0822:800 0805:700|2924:1000 2925:800 1773:600|海绵发泡工程师 皮革工艺工程师 面料采购经理
machinery|木工装备与柔性产线|u|furniture doors|0802:1000 080202:900 0811:700 082902:500|3524:1000 3491:400|设备工程师 产线规划工程师 数控编程员
furniture|实木与定制家具|m|commerce design|082902:1000 1403:700 0802:400|2110:1000 2130:500|家具结构工程师 拆单工程师 生产厂长
upholstery|软体家具与床垫|m|commerce|1403:1000 082902:600 0821:500|2190:1000|软体工艺师 人体工学工程师 品质主管
doors|门窗与整装部品|m|commerce design|0802:1000 082902:600 0813:500|2032:1000 3312:800 2034:600|门窗深化设计师 工艺主管 安装项目经理
smart-home|智能家居|m|commerce design|0810:1000 0812:900 0811:600|3969:1000 3874:800 6532:500|物联网工程师 嵌入式软件工程师 产品经理
commerce|展销与跨境电商|d|design|020206:1000 1202:900 0503:400|5283:1000 5193:700 5292:700|跨境电商运营 展厅经理 渠道经理
design|家居设计与整装交付|d||1403:1000 0813:800 0814:400|7492:1000 5012:900|家居设计师 软装设计师 整装项目经理
# green-building|绿色建材与装配式建筑|illustrative|绿色建筑材料为省重点产业链之一；环节为示例
minerals|建材原料与固废利用|u|refractories cement panels glass|081902:1000 0819:900 0805:500 0830:500|1011:1000 4220:900|固废利用工程师 矿物加工工程师 矿山工程师
additives|外加剂与防水材料|u|cement prefab decoration|0817:1000 0805:900 070305:700 0814:500|2662:1000 3033:900|外加剂研发工程师 防水工程师 技术服务工程师
design|绿色建筑设计|u|components steel prefab|0813:1000 081402:700 081404:700 0833:400|7484:1000|建筑师 结构工程师 暖通工程师 BIM工程师
refractories|新型耐火材料|m|cement glass|080502:1000 0805:900 0806:700|3089:1000 3073:400|耐火材料工程师 窑炉工程师 筑炉施工技术员
cement|水泥与混凝土制品|m|components prefab|080502:1000 0805:900 0814:600|3011:1000 3021:900|水泥工艺工程师 配合比工程师 混凝土试验员
panels|节能墙材与保温材料|m|prefab decoration|0805:1000 081304:600 080702:500|3024:1000 3034:900 3031:600|墙材研发工程师 保温材料工程师 生产主管
glass|特种玻璃与节能玻璃|m|decoration|080501:1000 0805:1000 0803:500|3042:1000 3051:900 3041:400|玻璃熔制工程师 镀膜工程师 玻璃深加工工程师
components|装配式混凝土构件|m|prefab|081402:1000 0814:1000 080502:600|3022:1000|构件深化设计师 预制构件厂长 构件试验员
steel|钢结构部件|m|prefab|081402:1000 0814:900 080503:500 0802:500|3311:1000|钢结构设计师 焊接工程师 钢结构工艺员
prefab|装配式建筑施工|d|operation|0814:1000 081402:800 0813:600 1201:400|4710:1000 4790:800|装配式项目经理 造价工程师 吊装工程师
decoration|装配式装修与幕墙|d|operation|0813:1000 1403:800 081402:600|5011:1000 5013:900 3312:600|幕墙设计师 室内设计师 精装项目经理
operation|检测监理与绿色运维|d||081404:1000 081304:900 0814:800|7452:1000 7482:800 7020:300|建筑节能检测员 监理工程师 机电运维工程师
# environmental-protection|节能环保|illustrative|2021年省政府工作报告列名；环节为示例
equipment-parts|环保材料与药剂|u|water air soil|0817:1000 081704:900 0805:800 0703:600|2666:1000 2662:600|水处理药剂工程师 膜材料研发工程师 脱硝催化剂工程师
components|风机泵阀与配套设备|u|water air energy-saving solid|080704:1000 0802:900 080706:800|3462:1000 3441:900 3463:500 3443:500|流体机械工程师 泵阀设计工程师 成套设备工程师
monitoring|环境监测仪器|u|water air soil operation|080402:1000 0804:1000 070302:700 083001:600|4021:1000 4014:500 7461:500|环境监测工程师 仪器研发工程师 在线监测运维员
design|环保工程设计|u|water air solid soil|083002:1000 081403:900 0814:400|7484:1000 7481:400|环保设计工程师 给排水工程师 环保项目经理
water|水处理装备与工程|m|operation|083002:1000 0830:900 081403:900 0815:400|3591:1000 4862:800 7721:700|水处理工艺工程师 膜系统工程师 调试工程师
air|大气污染治理|m|operation|0830:1000 083002:900 0807:600|3591:1000 7722:900|脱硫脱硝工程师 VOCs治理工程师 除尘设备工程师
energy-saving|节能与余热利用装备|m|operation carbon|080702:1000 0807:1000 080706:700|3411:1000 4861:600 3463:500|余热利用工程师 锅炉设计工程师 节能改造工程师
solid|固废与危废处置|m|recycling operation|083002:1000 0817:600 080702:500|7723:1000 7724:900|固废处理工程师 焚烧工艺工程师 危废鉴别工程师
soil|土壤与生态修复|m|operation carbon|083001:1000 0903:800 0713:800 0910:500|7726:1000 4863:700|土壤修复工程师 生态修复设计师 场地调查工程师
recycling|再生资源利用|d||083002:1000 0805:600 080603:500 080503:500|4220:1000 4210:1000 5191:500|再生塑料工程师 分选设备工程师 再生金属工程师
operation|环保设施运营|d|carbon|0830:1000 081403:800 0811:400 1201:300|4620:1000 7721:700|污水处理厂长 环保运营经理 化验员
carbon|碳管理与环境咨询|d||083001:1000 0830:900 020106:500 1201:300|7245:1000 7514:600|环评工程师 碳排放管理师 清洁生产审核师
# digital-commerce|数字经济与电商物流|illustrative|未查到列名的公开规划；按县域商贸物流编写的示例
devices|电子元件与智能终端|u|infrastructure iot warehousing|0809:1000 080902:1000 0810:800|3922:1000 3982:800 3912:600|硬件工程师 射频工程师 电子工艺工程师
infrastructure|云网与数据中心|u|software data security content|081001:1000 0810:900 081201:900 0812:800|6550:1000 6311:700 6312:700|网络工程师 云平台运维工程师 数据中心经理
sourcing|选品与县域供应链|u|content platform cross-border|1201:1000 1202:800 1203:600 083203:300|7224:1000 5193:700|选品经理 供应链经理 品控专员
iot|物联网与智慧城市|m|data industrial-internet|0812:1000 0810:900 0811:600|6532:1000 6531:900|物联网工程师 系统集成项目经理 售前工程师
software|软件与信息服务|m|industrial-internet platform|0835:1000 081202:1000 0812:900|6513:1000 6540:600|Java开发工程师 产品经理 测试工程师
data|大数据与人工智能|m|industrial-internet platform warehousing|085411:1000 1405:1000 0812:900 0714:700|6450:1000 6550:600|数据分析师 算法工程师 数据治理工程师 数据标注主管
security|网络安全|m|industrial-internet platform|0839:1000 0812:800 1452:600|6440:1000 3915:500|安全工程师 等保测评师 渗透测试工程师
content|数字内容与直播|m|platform cross-border|0503:1000 050302:900 1403:500 1354:500|6579:1000 8730:500 7251:500|新媒体运营 主播 短视频编导 视觉设计师
industrial-internet|工业互联网与企业数字化|d||081203:1000 0835:800 0811:700 1201:400|6431:1000 6513:700|MES实施顾问 工业软件工程师 数字化经理
platform|电商平台与运营|d|warehousing|1202:1000 120202:900 0812:400|6432:1000 5292:900|电商运营经理 类目经理 客服主管
cross-border|跨境电商|d|warehousing|020206:1000 1202:700 0502:600|5193:1000 5181:700|跨境电商运营 外贸业务员 海外仓经理
warehousing|智能仓储与分拣|d|fulfilment|125604:1000 1201:900 0811:600 0802:400|5920:1000 5910:500|仓储主管 物流自动化工程师 库存计划员
fulfilment|县域物流与快递|d||125604:1000 0823:900 082303:900|6020:1000 5431:700 5437:600|物流经理 快递网点负责人 运输调度员`;

/**
 * Weights that each chain presets for its demands (按产业链预设权重), by id: `dimension:weight`, summing to 1000.
 *
 * All fifteen are illustrative, also those of the published chains: no plan states them, they are the project's own judgement of what makes a person
 * of use to the chain. The default without a preset is field 400, title 250, region 200, degree 150.
 */
export const CHAIN_WEIGHTS: Readonly<Record<string, string>> = {
  // A process that few have run: who knows polylactide and fermentation is rare anywhere, and research is read from degrees.
  "bio-based-materials": "region:100 field:500 degree:250 title:150",
  // Plants run in shifts and many fields of food serve: who lives near comes and stays.
  "food-processing": "region:250 field:400 degree:150 title:200",
  // Craft shows in titles: designers, welders and fitters are graded.
  "equipment-manufacturing": "region:150 field:400 degree:150 title:300",
  // Hazardous processes want the exact discipline and a grade that answers for them.
  "chemical-materials": "region:100 field:500 degree:150 title:250",
  // Kitchens stand where the supply is; the trade is learnt on neighbouring fields.
  "prepared-dishes": "region:300 field:350 degree:150 title:200",
  // Machines are tried out and mended on the farms around.
  "agricultural-machinery": "region:250 field:400 degree:100 title:250",
  // Soil, seed and season are local knowledge; agronomists and veterinarians are graded.
  "modern-farming": "region:300 field:350 degree:100 title:250",
  // Cells, inverters and hydrogen are young techniques: field first, then study.
  "new-energy": "region:150 field:450 degree:200 title:200",
  // The same, with software; design offices work across provinces.
  "new-energy-vehicles": "region:100 field:450 degree:250 title:200",
  // Research and registration: few fields, long studies, and distance hardly matters.
  biomedicine: "region:50 field:450 degree:300 title:200",
  // Workshops live by experience and by who is at hand.
  "textiles-garments": "region:300 field:350 degree:100 title:250",
  // The same, and the trade has hardly a field of study of its own.
  "home-furnishing": "region:350 field:300 degree:100 title:250",
  // Sites and drawings need registered grades more than studies.
  "green-building": "region:150 field:400 degree:100 title:350",
  // Treatment is a technique of its own, run by graded engineers.
  "environmental-protection": "region:150 field:450 degree:150 title:250",
  // Trade and logistics: what one can do and being there; grades are few.
  "digital-commerce": "region:350 field:400 degree:150 title:100",
};
