import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { DirectedGraph, MultiDirectedGraph, MultiGraph, UndirectedGraph } from "graphology";
import { describe, expect, test } from "vitest";
import { attributeColumns } from "../../src/chain/attribute-columns.js";
import { buildTalentMap, defaultChains } from "../../src/chain/index.js";
import { type GexfOptions, toGexf } from "../../src/chain/to-gexf.js";
import { toGraphml } from "../../src/chain/to-graphml.js";
import { toMapJson } from "../../src/chain/to-map-json.js";
import { toMermaid } from "../../src/chain/to-mermaid.js";
import type { AnyGraph } from "../../src/chain/undirected-view.js";
import { xmlIds, xmlText } from "../../src/chain/xml-text.js";
import type { Chain } from "../../src/model/index.js";
import { synthesiseCounty } from "../../src/synth/index.js";
import { drawnGraph, graphOfDrawn } from "../arbitraries/graphs.js";
import { faultOf } from "../fault.js";

/** Reads pairs of files and tells what networkx found in each, as JSON. */
const READER = `
import json, sys, networkx as nx
def told(g):
    return {
        "directed": g.is_directed(),
        "nodes": dict(g.nodes(data=True)),
        "edges": [[a, b, d] for a, b, d in g.edges(data=True)],
    }
files = sys.argv[1:]
print(json.dumps([
    {"gexf": told(nx.read_gexf(gexf)), "graphml": told(nx.read_graphml(graphml))}
    for gexf, graphml in zip(files[::2], files[1::2])
]))
`;

/** Whether Python with networkx is at hand, and whether that networkx knows GEXF 1.3. */
const probe = spawnSync("python3", ["-c", "import networkx.readwrite.gexf as g; print('1.3' in g.GEXF.versions)"], { encoding: "utf8" });
const hasNetworkx = probe.status === 0;
const readsGexf13 = hasNetworkx && probe.stdout.trim() === "True";

type Attributes = Readonly<Record<string, string | number | boolean | null>>;
interface Told {
  readonly directed: boolean;
  readonly nodes: Readonly<Record<string, Attributes>>;
  readonly edges: readonly (readonly [string, string, Attributes])[];
}

interface ToldTwice {
  readonly gexf: Told;
  readonly graphml: Told;
}

/** What networkx reads back of each graph from both formats. */
function readBack(graphs: readonly AnyGraph[], options: GexfOptions = {}): ToldTwice[] {
  const folder = mkdtempSync(join(tmpdir(), "guiyan-graph-"));
  try {
    const files = graphs.flatMap((graph, i) => {
      const pair = [join(folder, `${i}.gexf`), join(folder, `${i}.graphml`)] as const;
      writeFileSync(pair[0], toGexf(graph, options));
      writeFileSync(pair[1], toGraphml(graph));
      return pair;
    });
    const { status, stdout, stderr } = spawnSync("python3", ["-c", READER, ...files], { encoding: "utf8", maxBuffer: 2 ** 28 });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as ToldTwice[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Texts that break a careless writer. */
const HOSTILE = "高分子 <b>&amp;</b> \"引\" 'q' ]]> \u0000\u0001\u001f\ufffe\uffff\ud800 𠮷😀\r\n\t end ";
const HOSTILE_READ = "高分子 <b>&amp;</b> \"引\" 'q' ]]>  𠮷😀\r\n\t end ";

function hostileMap(): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  graph.addNode("t:1", { kind: "talent", name: HOSTILE, points: 3, share: 0.5, known: true });
  graph.addNode("t:2", { kind: "talent", name: "李四", points: -2, share: 1, known: false, mixed: 1 });
  graph.addNode("o:某&厂\u0007", { kind: "institution", name: undefined, mixed: "b", big: 2 ** 40 });
  graph.addDirectedEdgeWithKey("serves|t:1|t:2", "t:1", "t:2", { kind: "serves", weight: 700 });
  graph.addDirectedEdgeWithKey("knows|t:1|t:2", "t:1", "t:2", { kind: "knows", weight: 0.25, since: 2019 });
  graph.addDirectedEdgeWithKey("employed|t:1|o", "t:1", "o:某&厂\u0007", { kind: "employed", "备 注": "<兼职>" });
  return graph;
}

/** Number of attributes that are there. */
const attributeCount = (records: readonly Attributes[]): number => records.reduce((sum, record) => sum + Object.keys(record).length, 0);

describe.skipIf(!hasNetworkx)("networkx reads back", () => {
  test("nodes, edges, attributes and texts of a hostile map", () => {
    const graph = hostileMap();
    const [{ gexf, graphml }] = readBack([graph]) as [ToldTwice];
    for (const told of [gexf, graphml]) {
      expect(told.directed).toBe(true);
      expect(Object.keys(told.nodes).sort()).toEqual(["o:某&厂", "t:1", "t:2"]);
      expect(told.edges).toHaveLength(3);
      expect(told.nodes["t:1"]).toMatchObject({ kind: "talent", name: HOSTILE_READ, points: 3, share: 0.5, known: true });
      expect(told.nodes["t:2"]).toMatchObject({ kind: "talent", name: "李四", points: -2, share: 1, known: false, mixed: "1" });
      expect(told.nodes["o:某&厂"]).toMatchObject({ kind: "institution", mixed: "b", big: 2 ** 40 });
      expect(Object.hasOwn(told.nodes["o:某&厂"] ?? {}, "name")).toBe(false);
      const edge = (kind: string) => told.edges.find(([, , attributes]) => attributes["kind"] === kind);
      expect(edge("serves")).toMatchObject(["t:1", "t:2", { weight: 700 }]);
      expect(edge("knows")).toMatchObject(["t:1", "t:2", { weight: 0.25, since: 2019 }]);
      expect(edge("employed")).toMatchObject(["t:1", "o:某&厂", { "备 注": "<兼职>" }]);
    }
    const written = 5 + 6 + 3;
    expect(attributeCount(Object.values(graphml.nodes))).toBe(written);
    // GEXF gives every node a label.
    expect(attributeCount(Object.values(gexf.nodes))).toBe(written + 3);
    expect(gexf.nodes["t:2"]?.["label"]).toBe("李四");
    expect(gexf.nodes["o:某&厂"]?.["label"]).toBe("o:某&厂");
    expect(attributeCount(graphml.edges.map(([, , attributes]) => attributes))).toBe(2 + 3 + 2);
    // GEXF gives every edge its id as an attribute.
    expect(attributeCount(gexf.edges.map(([, , attributes]) => attributes))).toBe(2 + 3 + 2 + 3);
    expect(gexf.edges.map(([, , { id }]) => id)).toContain("knows|t:1|t:2");
  });

  test("every node, edge and attribute of a chain's map", () => {
    const { talents, demands } = synthesiseCounty({ seed: 5, talents: 300, demands: 120, dirt: false });
    const stations = [{ id: "sh", name: "上海工作站", region: "310000", staff: [talents[0]?.id ?? ""] }];
    const { graph } = buildTalentMap(defaultChains[1] as Chain, { talents, demands, stations });
    const [told] = readBack([graph]);
    for (const read of [told?.gexf, told?.graphml]) {
      expect([Object.keys(read?.nodes ?? {}).length, read?.edges.length, read?.directed]).toEqual([graph.order, graph.size, true]);
      let attributes = 0;
      graph.forEachNode((key, node) => {
        const { kind, name, stage, posts } = read?.nodes[key] ?? {};
        expect([kind, name, stage, posts]).toEqual([node.kind, node.name, node.stage, node.posts]);
        attributes += Object.keys(node).length;
      });
      const own = Object.values(read?.nodes ?? {}).flatMap((node) =>
        ["kind", "id", "name", "stage", "posts"].filter((name) => name in node),
      );
      expect(own.length).toBe(attributes);
      const edges = new Map((read?.edges ?? []).map(([from, to, { kind, weight }]) => [`${from} ${to}`, [kind, weight]]));
      graph.forEachEdge((_, { kind, weight }, from, to) => expect(edges.get(`${from} ${to}`)).toEqual([kind, weight]));
    }
  });

  test("the empty graph, one without edges, an undirected one", () => {
    const nodesOnly = new DirectedGraph();
    nodesOnly.addNode("t:1");
    const undirected = new UndirectedGraph();
    undirected.mergeEdge("t:1", "t:2");
    const counts = readBack([new DirectedGraph(), nodesOnly, undirected]).map(({ gexf, graphml }) =>
      [gexf, graphml].map(({ directed, nodes, edges }) => [directed, Object.keys(nodes).length, edges.length]),
    );
    const expected = [
      [true, 0, 0],
      [true, 1, 0],
      [false, 2, 1],
    ];
    expect(counts).toEqual(expected.map((count) => [count, count]));
  });

  test("any attributes of any graph, in both formats alike", () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom("<", "&", '"', "\u0000", "\ud83d", "\udc00", "\ufffe", "丁"),
        fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
      ),
    });
    // An older networkx drops empty texts of GraphML.
    const value = fc.oneof(
      text.filter((item) => xmlText(item) !== ""),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(undefined),
    );
    const attributes = fc.dictionary(fc.constantFrom("kind", "a b", "数", "<", "id", "type", "value"), value);
    const sized = fc.tuple(drawnGraph(8, 12), fc.array(attributes, { minLength: 20, maxLength: 20 }));
    const graphs = fc.sample(sized, { numRuns: 200, seed: 20260101 }).map(([shape, pool]) => {
      const graph = graphOfDrawn({ ...shape, edges: shape.edges.map((edge) => ({ ...edge, undirected: false })) });
      for (const [i, node] of graph.nodes().entries()) graph.mergeNodeAttributes(node, pool[i] ?? {});
      return graph;
    });
    for (const [i, { gexf, graphml }] of readBack(graphs).entries()) {
      const graph = graphs[i] as AnyGraph;
      const present = (record: Readonly<Record<string, unknown>>): number =>
        Object.values(record).filter((item) => item !== undefined).length;
      const written = graph.reduceNodes((sum, _, record) => sum + present(record), 0);
      expect([gexf, graphml].map(({ nodes }) => Object.keys(nodes).length)).toEqual([graph.order, graph.order]);
      expect([gexf, graphml].map(({ edges }) => edges.length)).toEqual([graph.size, graph.size]);
      expect(attributeCount(Object.values(graphml.nodes))).toBe(written);
      expect(attributeCount(Object.values(gexf.nodes))).toBe(written + graph.order);
      for (const [node, record] of Object.entries(graphml.nodes)) {
        const { label, ...rest } = gexf.nodes[node] ?? {};
        expect(label).toBe(node);
        expect(rest).toEqual(record);
      }
    }
  });
});

describe.skipIf(!readsGexf13)("a networkx of 3.x reads back", () => {
  test("GEXF 1.3 as it reads 1.2", () => {
    const graph = hostileMap();
    expect(readBack([graph], { version: "1.3" })).toEqual(readBack([graph]));
  });
});

describe("files", () => {
  test("are the same bytes in whatever order nodes, edges and attributes entered", () => {
    fc.assert(
      fc.property(drawnGraph(8, 14), (drawn) => {
        const forwards = graphOfDrawn(drawn);
        const backwards = graphOfDrawn(drawn, (items) => [...items].reverse());
        forwards.updateEachNodeAttributes((_, attributes) => ({ ...attributes, b: 1, a: "x" }));
        backwards.updateEachNodeAttributes((_, attributes) => ({ ...attributes, a: "x", b: 1 }));
        for (const write of [toGexf, toGraphml, toMermaid, (graph: AnyGraph) => JSON.stringify(toMapJson(graph))]) {
          expect(write(backwards)).toBe(write(forwards));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("of one small graph are these", () => {
    const graph = new DirectedGraph();
    graph.addNode("s:b", { name: "乙", stage: "midstream" });
    graph.addNode("s:a", { name: "甲", stage: "upstream", posts: 2 });
    graph.addDirectedEdgeWithKey("s:a→s:b", "s:a", "s:b", { kind: "feeds", weight: 1000 });
    expect(toGexf(graph, { version: "1.3" })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta>
    <creator>guiyan</creator>
  </meta>
  <graph mode="static" defaultedgetype="directed">
    <attributes class="node" mode="static">
      <attribute id="0" title="name" type="string"/>
      <attribute id="1" title="posts" type="integer"/>
      <attribute id="2" title="stage" type="string"/>
    </attributes>
    <attributes class="edge" mode="static">
      <attribute id="0" title="kind" type="string"/>
    </attributes>
    <nodes>
      <node id="s:a" label="甲">
        <attvalues>
          <attvalue for="0" value="甲"/>
          <attvalue for="1" value="2"/>
          <attvalue for="2" value="upstream"/>
        </attvalues>
      </node>
      <node id="s:b" label="乙">
        <attvalues>
          <attvalue for="0" value="乙"/>
          <attvalue for="2" value="midstream"/>
        </attvalues>
      </node>
    </nodes>
    <edges>
      <edge id="s:a→s:b" source="s:a" target="s:b" weight="1000">
        <attvalues>
          <attvalue for="0" value="feeds"/>
        </attvalues>
      </edge>
    </edges>
  </graph>
</gexf>
`);
    expect(toGraphml(graph)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="n0" for="node" attr.name="name" attr.type="string"/>
  <key id="n1" for="node" attr.name="posts" attr.type="int"/>
  <key id="n2" for="node" attr.name="stage" attr.type="string"/>
  <key id="e0" for="edge" attr.name="kind" attr.type="string"/>
  <key id="e1" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="G" edgedefault="directed">
    <node id="s:a">
      <data key="n0">甲</data>
      <data key="n1">2</data>
      <data key="n2">upstream</data>
    </node>
    <node id="s:b">
      <data key="n0">乙</data>
      <data key="n2">midstream</data>
    </node>
    <edge id="s:a→s:b" source="s:a" target="s:b">
      <data key="e0">feeds</data>
      <data key="e1">1000</data>
    </edge>
  </graph>
</graphml>
`);
    expect(toMapJson(graph)).toEqual({
      nodes: [
        { key: "s:a", name: "甲", posts: 2, stage: "upstream" },
        { key: "s:b", name: "乙", stage: "midstream" },
      ],
      edges: [{ key: "s:a→s:b", source: "s:a", target: "s:b", kind: "feeds", weight: 1000 }],
    });
    const groups = [
      ["upstream", "上游"],
      ["midstream", "中游"],
    ] as const;
    expect(toMermaid(graph, { group: "stage", groups, edgeLabel: "kind" })).toBe(`flowchart LR
  subgraph g0["上游"]
    n0["甲"]
  end
  subgraph g1["中游"]
    n1["乙"]
  end
  n0 -->|"feeds"| n1
`);
  });

  test("keep an empty text, which is a fact, and leave out what is undefined", () => {
    const graph = new DirectedGraph();
    graph.addNode("t:1", { note: "", phone: undefined });
    expect(toGexf(graph)).toContain('<attvalue for="0" value=""/>');
    expect(toGraphml(graph)).toContain('<data key="n0"></data>');
    expect(toMapJson(graph).nodes).toStrictEqual([{ key: "t:1", note: "" }]);
    for (const text of [toGexf(graph), toGraphml(graph)]) expect(text).not.toContain("phone");
  });

  test("tell directed from undirected edges where a graph has both", () => {
    const graph = new MultiGraph();
    graph.mergeEdgeWithKey("a", "t:1", "t:2");
    graph.mergeUndirectedEdgeWithKey("b", "t:2", "t:1");
    expect(toGexf(graph)).toContain('<edge id="b" source="t:2" target="t:1" type="undirected"/>');
    expect(toGraphml(graph)).toContain('<edge id="b" source="t:2" target="t:1" directed="false"/>');
    expect(toMermaid(graph)).toContain("n1 --- n0");
    expect(toMapJson(graph).edges).toEqual([
      { key: "a", source: "t:1", target: "t:2" },
      { key: "b", source: "t:2", target: "t:1", undirected: true },
    ]);
  });

  test("an edge's own label is GEXF's, a node's label goes before its name", () => {
    const graph = new DirectedGraph();
    graph.addNode("t:1", { label: "甲", name: "乙" });
    graph.addDirectedEdgeWithKey("e:1", "t:1", "t:1", { label: "<a>" });
    expect(toGexf(graph)).toContain('<node id="t:1" label="甲">');
    expect(toGexf(graph)).toContain('<edge id="e:1" source="t:1" target="t:1" label="&lt;a&gt;"/>');
    expect(toGexf(graph)).not.toContain('title="label"');
  });
});

describe("XML", () => {
  test("holds nothing that XML 1.0 forbids, and no markup of a text's own", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (text) => {
        const written = xmlText(text);
        expect(written).not.toMatch(/[<>"'\t\n\r]/);
        expect(written).not.toMatch(/\p{Cs}/u);
        for (const character of written) {
          const code = character.codePointAt(0) ?? 0;
          expect(code >= 0x20 && code !== 0xfffe && code !== 0xffff).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("keeps every character that it allows", () => {
    expect(xmlText("a\u0000b\u0008\u000b\u000c\u001f\ufffe\uffff\ud800c\udfff")).toBe("abc");
    expect(xmlText("\t\n\r &<>\"' \u007f\u0085\u2028\ud7ff\ue000\ufffd😀")).toBe(
      "&#9;&#10;&#13; &amp;&lt;&gt;&quot;&apos; \u007f\u0085\u2028\ud7ff\ue000\ufffd😀",
    );
    expect([xmlText(""), xmlText(1e21), xmlText(0.1), xmlText(true)]).toEqual(["", "1e+21", "0.1", "true"]);
  });

  test("ids stay distinct where only a forbidden character told them apart", () => {
    const keys = ["t:\u0001a", "t:\u0002a", "t:a", "t:a~2", "t:b"];
    expect([...new Set(xmlIds(keys).values())]).toHaveLength(keys.length);
    expect(keys.map((key) => xmlIds(keys).get(key))).toEqual(["t:a~3", "t:a~4", "t:a", "t:a~2", "t:b"]);
  });
});

describe("declared types", () => {
  const columns = (...values: (string | number | boolean)[]) =>
    attributeColumns(values.map((value) => ({ attributes: new Map([["a", value]]) })))[0]?.type;

  test("are the narrowest that hold every value", () => {
    expect(columns(1, -3)).toBe("integer");
    expect(columns(1, 2 ** 31)).toBe("long");
    expect(columns(2 ** 31, 0.5, 1)).toBe("double");
    expect(columns(2 ** 53)).toBe("double");
    expect(columns(true, false)).toBe("boolean");
    expect(columns(true, 1)).toBe("string");
    expect(columns(1, "1")).toBe("string");
  });
});

describe("Mermaid", () => {
  const one = (name: string): string => {
    const graph = new DirectedGraph();
    graph.addNode("t:1", { name });
    return toMermaid(graph);
  };

  test("a label can close no quote, open no tag and start no directive", () => {
    expect(one('"]<script>alert(1)</script> #35; `a` {b} [c]\nend')).toBe(
      'flowchart LR\n  n0["#34;#93;#60;script#62;alert#40;1#41;#60;/script#62; #35;35#59; #96;a#96; #123;b#125; #91;c#93; end"]\n',
    );
    expect(one('%%{init: {"theme": "dark"}}%%')).not.toMatch(/[%{}:]/);
    expect(one("1. 甲 - 乙")).toBe('flowchart LR\n  n0["1#46; 甲 #45; 乙"]\n');
    expect(one("\u0000\ud800\u001b")).toBe('flowchart LR\n  n0[" "]\n');
    expect(one("高分子材料（改性）、𠮷 😀")).toBe('flowchart LR\n  n0["高分子材料（改性）、𠮷 #128512;"]\n');
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (name, more) => {
        expect(one(`${name}${more}`)).toMatch(/^flowchart LR\n {2}n0\["(?:[\p{L}\p{M}\p{N} ,/、，。；：·《》（）—]|#\d+;)+"\]\n$/u);
      }),
      { numRuns: 1000 },
    );
  });

  const graph = new MultiDirectedGraph();
  for (const [id, stage] of [
    ["c", "down"],
    ["a", "up"],
    ["b", undefined],
    ["d", "side"],
  ] as const) {
    graph.addNode(`s:${id}`, { stage, name: id === "d" ? "" : id });
  }
  graph.addDirectedEdgeWithKey("1", "s:a", "s:c");
  graph.addDirectedEdgeWithKey("2", "s:a", "s:b", { kind: "x" });
  graph.addDirectedEdgeWithKey("3", "s:d", "s:c");

  test("frames follow the order asked for, then the others', then the unframed nodes; a nameless node shows its key", () => {
    expect(
      toMermaid(graph, { group: "stage", groups: [["up", "上"]] })
        .split("\n")
        .slice(1, 11),
    ).toEqual([
      '  subgraph g0["上"]',
      '    n0["a"]',
      "  end",
      '  subgraph g1["down"]',
      '    n1["c"]',
      "  end",
      '  subgraph g2["side"]',
      '    n2["s#58;d"]',
      "  end",
      '  n3["b"]',
    ]);
  });

  test("the nodes and edges asked for are drawn, in the order asked for", () => {
    expect(toMermaid(graph, { nodes: ["s:c", "s:a"] })).toBe('flowchart LR\n  n0["c"]\n  n1["a"]\n  n1 --> n0\n');
    expect(
      toMermaid(graph, { edges: ["2"], edgeLabel: "kind" })
        .split("\n")
        .at(-2),
    ).toBe('  n0 -->|"x"| n1');
    expect(toMermaid(graph, { edges: [] })).not.toContain("-->");
    expect(toMermaid(new DirectedGraph())).toBe("flowchart LR\n");
  });
});

describe("what the caller got wrong is told by code and path", () => {
  const withNode = (attributes: Readonly<Record<string, unknown>>): DirectedGraph => {
    const graph = new DirectedGraph();
    graph.addNode("t:1", attributes);
    graph.addDirectedEdgeWithKey("e:1", "t:1", "t:1");
    return graph;
  };

  test.each([
    ["an object", { a: {} }],
    ["null", { a: null }],
    ["NaN", { a: Number.NaN }],
    ["Infinity", { a: Number.POSITIVE_INFINITY }],
    ["a bigint", { a: 1n }],
  ])("%s as an attribute", (what, attributes) => {
    for (const write of [toGexf, toGraphml, toMermaid, toMapJson]) {
      const fault = faultOf(() => write(withNode(attributes)));
      expect(fault).toMatchObject({ code: "invalid-argument", path: ["nodes", "t:1", "a"] });
      expect(fault.message).toContain(what.replace(/^an? /, ""));
    }
  });

  test("options and keys", () => {
    const graph = withNode({ key: "x" });
    expect(faultOf(() => toMapJson(graph))).toMatchObject({ code: "invalid-argument", path: ["nodes", "t:1", "key"] });
    graph.removeNodeAttribute("t:1", "key");
    graph.setEdgeAttribute("e:1", "weight", "heavy");
    expect(faultOf(() => toGexf(graph))).toMatchObject({ code: "invalid-argument", path: ["edges", "e:1", "weight"] });
    expect(toGraphml(graph)).toContain('attr.name="weight" attr.type="string"');
    expect(faultOf(() => toGexf(graph, { version: "1.1" as never })).code).toBe("invalid-option");
    expect(faultOf(() => toGexf(graph, { pretty: true } as never)).code).toBe("unknown-option");
    expect(faultOf(() => toMermaid(graph, { direction: "TB" } as never)).code).toBe("unknown-option");
    expect(faultOf(() => toMermaid(graph, { nodes: ["t:2"] }))).toMatchObject({ code: "invalid-argument", path: ["nodes", 0] });
    expect(faultOf(() => toMermaid(graph, { nodes: [], edges: ["e:1"] }))).toMatchObject({
      code: "invalid-argument",
      path: ["edges", "e:1"],
    });
  });

  test("an attribute called like a member of every object is an attribute", () => {
    const graph = new DirectedGraph();
    graph.addNode("t:1", JSON.parse('{"__proto__": "x", "constructor": 1}') as Record<string, unknown>);
    expect(JSON.stringify(toMapJson(graph).nodes)).toBe('[{"key":"t:1","__proto__":"x","constructor":1}]');
    expect(toGraphml(graph)).toContain('attr.name="__proto__"');
  });
});
