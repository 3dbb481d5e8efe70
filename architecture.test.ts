import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What each room of `shared` may know besides itself. Order: every room stands below those it knows. */
const rooms: Record<string, readonly string[]> = {
  // XML as text and as a tree: of Office files and of drawings.
  xml: [],
  design: [],
  kinds: ['design'],
  layout: ['design', 'kinds'],
  interchange: ['xml', 'design', 'kinds', 'layout'],
  graph: ['design', 'kinds'],
  prices: ['design', 'kinds', 'graph'],
  estimate: ['design', 'kinds', 'graph', 'prices'],
  requirements: ['design', 'kinds', 'graph', 'prices', 'estimate'],
  // Rows of a spreadsheet and what they become.
  rows: ['design', 'kinds', 'layout', 'interchange', 'graph', 'prices', 'estimate', 'requirements'],
  findings: ['design', 'kinds', 'graph', 'prices', 'estimate', 'requirements'],
  governance: ['design', 'kinds', 'graph', 'prices', 'estimate', 'requirements', 'findings'],
  checks: ['design', 'kinds', 'graph', 'prices', 'estimate', 'requirements', 'findings', 'governance'],
  threats: ['design', 'kinds', 'graph', 'prices', 'estimate', 'requirements', 'findings'],
  // Ways to look at a design: what of it is drawn, and what stands out.
  perspectives: ['design', 'kinds', 'graph', 'findings', 'threats'],
  // Rules, lists and demands that a house brings along as data.
  standards: ['design', 'kinds', 'graph', 'prices', 'estimate', 'requirements', 'findings', 'threats'],
  // The files beside the rooms: `analyse` and what it returns.
  analysis: [
    'design',
    'kinds',
    'graph',
    'prices',
    'estimate',
    'requirements',
    'findings',
    'checks',
    'governance',
    'threats',
    'standards',
  ],
  // Base, options and phases beside one another; what engines said of them is passed in.
  options: ['design', 'kinds', 'graph', 'prices', 'estimate', 'requirements', 'findings', 'analysis'],
  decisions: ['design', 'kinds', 'graph', 'prices', 'estimate', 'requirements', 'findings', 'analysis', 'options'],
  baselines: ['design', 'kinds', 'graph', 'prices', 'estimate', 'requirements', 'findings', 'analysis', 'options'],
  documents: [
    'xml',
    'design',
    'kinds',
    'layout',
    'graph',
    'prices',
    'estimate',
    'requirements',
    'findings',
    'checks',
    'threats',
    'governance',
    'standards',
    'analysis',
    'options',
    'decisions',
    'baselines',
    // Files of other tools, which the design leaves as.
    'interchange',
  ],
  commands: [],
  // What page and main process say to each other knows nothing of the domain.
  contract: ['commands'],
}

/** The parts of the program; `shared` is known to all and knows none. */
const parts: Record<string, readonly string[]> = {
  shared: [],
  electron: ['shared', 'resources'],
  renderer: ['shared', 'resources'],
  e2e: ['shared', 'electron', 'renderer', 'resources'],
  bench: ['shared', 'electron', 'renderer', 'resources', 'scripts', 'e2e'],
}

/** Packages that hold no view, no file system and no network: all that the pure domain may use. */
// Of 'sarif' there are only types.
const packagesOfShared = ['big.js', 'd3-dsv', 'fflate', 'zod', 'jszip', 'pptxgenjs', 'sarif', 'yaml']

const contractFiles = ['ipc.ts', 'commands.ts', 'shortcuts.ts']

const root = import.meta.dirname
const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$|fixture|testing/.test(path)

const files = Object.keys(parts).flatMap((part) => listFiles(join(root, part)))
const sources = files.filter((path) => !isTest(path))

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.name === 'node_modules') return []
    if (entry.isDirectory()) return listFiles(path)
    return /\.tsx?$/.test(entry.name) ? [relative(root, path).split(sep).join('/')] : []
  })
}

/** What a file imports: paths from the root of the project, or the names of packages. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  const found = text.matchAll(/\b(?:from|import)\s*\(?\s*'([@\w.][^'\s]*)'/g)
  return [...found].map(([, name = '']) => {
    if (!name.startsWith('.')) return name
    return relative(root, resolve(root, dirname(path), name))
      .split(sep)
      .join('/')
  })
}

/** What is there as soon as a file is: itself and what it imports, without types and without what loads later. */
function loadedWith(path: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(path)) return loaded
  loaded.add(path)
  const text = readFileSync(join(root, path), 'utf8')
  const named = text.matchAll(/^(?:import|export)(?! type\b)([^'";()]*)'(\.[^'\s]*\.tsx?)'/gm)
  for (const [, names = '', name = ''] of named) {
    const isTypes = /^[^{]*\{(\s*type\s[^,}]*,?)+\s*\}/.test(names) && !/^\s*\w+\s*,/.test(names)
    if (!isTypes)
      loadedWith(
        relative(root, resolve(root, dirname(path), name))
          .split(sep)
          .join('/'),
        loaded,
      )
  }
  return loaded
}

const partOf = (path: string): string | undefined => /^([\w.-]+)\//.exec(path)?.[1]

/** The room of a file in `shared`; files beside the rooms belong to the contract or to the analysis. */
function roomOf(path: string): string {
  const [, room = '', rest] = path.split('/')
  if (rest !== undefined) return room
  return contractFiles.includes(room) ? 'contract' : 'analysis'
}

const packageName = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/')
const isPackage = (name: string): boolean => partOf(name) === undefined || !/\.(tsx?|json|css|svg)(\?\w+)?$/.test(name)

describe('layers', () => {
  test('every room of shared stands in the table', () => {
    const found = new Set(sources.filter((path) => path.startsWith('shared/')).map(roomOf))
    expect([...found].filter((room) => rooms[room] === undefined)).toEqual([])
  })

  test('no room knows one above it', () => {
    const wrong = sources
      .filter((path) => path.startsWith('shared/'))
      .flatMap((path) => {
        const room = roomOf(path)
        const known = [room, ...(rooms[room] ?? [])]
        const others = importsOf(path).filter((name) => name.startsWith('shared/') && !known.includes(roomOf(name)))
        return others.map((name) => `${path} -> ${name}`)
      })
    expect(wrong).toEqual([])
  })

  test('the table itself has no circle', () => {
    const order = Object.keys(rooms)
    for (const [room, known] of Object.entries(rooms)) {
      expect(
        known.filter((other) => order.indexOf(other) >= order.indexOf(room)),
        room,
      ).toEqual([])
    }
  })

  test('no file knows itself by way of others, types included', () => {
    const circles: string[] = []
    const isSource = new Set(sources)
    const done = new Set<string>()
    const follow = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' -> '))
      if (way.includes(path) || done.has(path)) return
      for (const name of importsOf(path)) if (isSource.has(name)) follow(name, [...way, path])
      done.add(path)
    }
    for (const path of sources) follow(path, [])
    expect(circles).toEqual([])
  })

  test.each(Object.entries(parts))('%s knows only what it may', (part, known) => {
    const wrong = sources
      .filter((path) => path.startsWith(`${part}/`))
      .flatMap((path) =>
        importsOf(path)
          .filter((name) => !isPackage(name) && ![part, ...known].includes(partOf(name) ?? ''))
          .map((name) => `${path} -> ${name}`),
      )
    expect(wrong).toEqual([])
  })

  test('shared uses no package that touches screen, disk or network', () => {
    const wrong = sources
      .filter((path) => path.startsWith('shared/'))
      .flatMap((path) =>
        importsOf(path)
          .filter((name) => isPackage(name) && !packagesOfShared.includes(packageName(name)))
          .map((name) => `${path} -> ${name}`),
      )
    expect(wrong).toEqual([])
  })

  test('only the adapter of the canvas speaks to React Flow', () => {
    const users = files.filter((path) => importsOf(path).some((name) => name.startsWith('@xyflow/')))
    expect(users.length).toBeGreaterThan(5)
    expect(users.filter((path) => !/^(renderer\/canvas\/flow|bench\/peers)\//.test(path))).toEqual([])
  })

  test("what the whole page stands on stands below it: parts of a form, the stores, the engines' answers", () => {
    const floors: Record<string, readonly string[]> = {
      ui: ['ui'],
      store: ['store', 'analysis', 'ui', 'desktop.ts'],
      analysis: ['analysis', 'store', 'ui'],
    }
    const wrong = sources.flatMap((path) => {
      const known = floors[/^renderer\/([\w-]+)\//.exec(path)?.[1] ?? '']
      if (known === undefined) return []
      const others = importsOf(path).filter((name) => name.startsWith('renderer/'))
      return others.filter((name) => !known.includes(name.split('/')[1] ?? '')).map((name) => `${path} -> ${name}`)
    })
    expect(wrong).toEqual([])
  })

  test('the page uses neither Node nor Electron, and reaches the main process through desktop.ts alone', () => {
    const pages = sources.filter((path) => path.startsWith('renderer/'))
    const named = pages.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith('node:') || name === 'electron')
        .map((name) => `${path} -> ${name}`),
    )
    const doors = pages.filter((path) => /\bwindow\.lintel\b/.test(readFileSync(join(root, path), 'utf8')))
    expect(named).toEqual([])
    expect(doors.filter((path) => path !== 'renderer/desktop.ts')).toEqual([])
  })

  test('the page starts without rules, laws and frameworks: they load where somebody reads them', () => {
    const start = [...loadedWith('renderer/main.tsx')]
    const workbench = [...loadedWith('renderer/app/Workbench.tsx')]
    expect(start).toContain('renderer/library/LibraryScreen.tsx')
    expect(start).not.toContain('renderer/canvas/Canvas.tsx')
    expect(workbench).toContain('renderer/panels/BottomPanels.tsx')
    const late = /^shared\/((rules|vocabulary)\.ts|(checks|governance|interchange|rows|threats\/catalog)\/)/
    expect([...start, ...workbench].filter((path) => late.test(path))).toEqual([])
  })

  test('the command line runs without Electron', () => {
    const wrong = sources
      .filter((path) => path.startsWith('electron/cli/'))
      .filter((path) => importsOf(path).includes('electron'))
    expect(wrong).toEqual([])
  })
})

describe('names', () => {
  test('.ts files are in kebab-case, .tsx files in PascalCase', () => {
    const wrong = files.filter((path) => {
      const name = path.split('/').at(-1) ?? ''
      const pattern = name.endsWith('.tsx')
        ? /^([A-Z][A-Za-z0-9]*|main)(\.test)?\.tsx$/
        : /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|bench|worker|d))?\.ts$/
      return !pattern.test(name)
    })
    expect(wrong).toEqual([])
  })

  test('no file or folder has a name that says nothing', () => {
    expect(
      files.filter((path) => /(^|[/-])(utils?|helpers?|managers?|services?|misc|common)([/.]|$)/.test(path)),
    ).toEqual([])
  })
})
