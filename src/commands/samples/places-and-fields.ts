/** The ground the made-up enterprises stand on: Shandong's cities, and the fields its cluster plan names. */

export interface Place {
  readonly city: string;
  /** The first four digits of the city's administrative code. */
  readonly code: string;
  readonly counties: readonly [string, ...string[]];
}

export const PLACES: readonly [Place, ...Place[]] = [
  { city: "济南市", code: "3701", counties: ["历下区", "历城区", "章丘区"] },
  { city: "青岛市", code: "3702", counties: ["黄岛区", "城阳区", "即墨区"] },
  { city: "淄博市", code: "3703", counties: ["张店区", "临淄区", "桓台县"] },
  { city: "枣庄市", code: "3704", counties: ["薛城区", "滕州市"] },
  { city: "东营市", code: "3705", counties: ["东营区", "垦利区", "广饶县"] },
  { city: "烟台市", code: "3706", counties: ["福山区", "龙口市", "招远市"] },
  { city: "潍坊市", code: "3707", counties: ["寿光市", "诸城市", "高密市"] },
  { city: "济宁市", code: "3708", counties: ["任城区", "兖州区", "邹城市"] },
  { city: "泰安市", code: "3709", counties: ["岱岳区", "新泰市", "肥城市"] },
  { city: "威海市", code: "3710", counties: ["环翠区", "文登区", "荣成市"] },
  { city: "日照市", code: "3711", counties: ["东港区", "岚山区", "莒县"] },
  { city: "临沂市", code: "3713", counties: ["兰山区", "罗庄区", "临沭县"] },
  { city: "德州市", code: "3714", counties: ["德城区", "陵城区", "禹城市"] },
  { city: "聊城市", code: "3715", counties: ["东昌府区", "茌平区", "临清市"] },
  { city: "滨州市", code: "3716", counties: ["滨城区", "邹平市", "惠民县"] },
  { city: "菏泽市", code: "3717", counties: ["牡丹区", "曹县", "郓城县"] },
];

export interface Field {
  /** The field of the cluster plan, without 产业集群. */
  readonly cluster: string;
  /** GB/T 4754-2017. */
  readonly industry: string;
  readonly trade: string;
  readonly products: readonly [string, ...string[]];
}

export const FIELDS: readonly [Field, ...Field[]] = [
  { cluster: "动力装备", industry: "3412", trade: "动力机械", products: ["柴油机缸体", "涡轮增压器", "燃油喷射系统"] },
  { cluster: "高端铝业", industry: "3252", trade: "铝业", products: ["电池用铝箔", "汽车车身铝板", "铝合金型材"] },
  { cluster: "智能家电", industry: "3851", trade: "电器", products: ["家用冷柜", "变频压缩机", "冰箱门体"] },
  { cluster: "生物医药", industry: "2761", trade: "生物制药", products: ["重组蛋白药物", "诊断试剂", "透明质酸原料"] },
  {
    cluster: "新一代信息技术",
    industry: "6513",
    trade: "信息技术",
    products: ["工业控制软件", "设备健康管理软件", "能耗监测平台"],
  },
  { cluster: "新一代信息技术", industry: "3982", trade: "电子", products: ["高频线路板", "传感器模组", "光通信组件"] },
  { cluster: "先进金属材料", industry: "3130", trade: "金属材料", products: ["精密钢带", "耐磨钢球", "不锈钢无缝管"] },
  { cluster: "化工新材料", industry: "2651", trade: "新材料", products: ["高性能树脂", "聚醚多元醇", "特种橡胶助剂"] },
  { cluster: "新能源汽车", industry: "3670", trade: "汽车部件", products: ["驱动电机壳体", "电池托盘", "热管理阀体"] },
  { cluster: "食品", industry: "1495", trade: "食品配料", products: ["功能糖醇", "复合调味料", "乳酸菌发酵剂"] },
  { cluster: "新能源装备", industry: "3415", trade: "风电装备", products: ["风电主轴", "风电法兰", "变桨轴承"] },
  { cluster: "智能制造装备", industry: "3421", trade: "数控机床", products: ["五轴加工中心", "数控车床", "滚珠丝杠"] },
  { cluster: "智能制造装备", industry: "3491", trade: "机器人", products: ["协作机器人", "焊接工作站", "伺服驱动器"] },
  { cluster: "海工装备", industry: "3737", trade: "海洋工程", products: ["水下连接器", "系泊链", "深水网箱"] },
  { cluster: "轨道交通", industry: "3720", trade: "轨道交通部件", products: ["制动盘", "车体型材", "轨道扣件"] },
  { cluster: "现代轻纺", industry: "1713", trade: "纺织", products: ["功能面料", "纯棉色织布", "产业用帆布"] },
  { cluster: "生态环保", industry: "3591", trade: "环保装备", products: ["陶瓷膜组件", "脱硫脱硝装置", "污泥干化机"] },
];
