import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { Canvas } from '../canvas/Canvas.tsx'
import { CompareSplit } from '../compare/CompareSplit.tsx'
import { OptionSwitch } from '../options/OptionSwitch.tsx'
import { BottomPanels, InspectorPanel, LeftPanel, StatusBar } from '../panels/index.ts'
import { shownSides } from '../store/shown-sides.ts'
import { useView } from '../store/view-store.ts'
import { Nudge } from './Nudge.tsx'

const foldedWidth = 48
/** On a small screen the drawing comes first; what a person drags is remembered. */
const isNarrow = window.innerWidth < 1360
const paletteWidth = isNarrow ? 188 : 216
const inspectorWidth = isNarrow ? '288px' : '304px'
/** A third of the height: the headlines with what they rest on. On a large screen no more than is read at once. */
const panelsHeight = `${Math.min(400, Math.round(window.innerHeight * 0.34))}px`

/** So far up do messages show: over the drawing, where they cover no line that a hand needs. */
function keepPanelsHeight(pixels: number): void {
  document.documentElement.style.setProperty('--panels-height', `${Math.round(pixels)}px`)
}

/** An open design: palette, canvas, inspector, panels and the status bar. */
export function Workbench() {
  const canvasOnly = useView((view) => view.canvasOnly)
  const palette = useView((view) => shownSides(view).palette)
  const folded = useView((view) => shownSides(view).folded)
  const inspector = useView((view) => shownSides(view).inspector)
  // On a client's projector the panels would show the money and the verdicts that room mode hides.
  const panels = useView((view) => view.panelsOpen && !view.roomMode) && !canvasOnly
  const adding = useView((view) => !view.treeOpen)
  const maximised = useView((view) => view.panelsMaximised)
  // The lines between the parts are under the panels then: a press on what covers them is none on them.
  const covered = panels && maximised
  const columns = useDefaultLayout({ id: 'lintel:columns', panelIds: inspector ? ['middle', 'inspector'] : ['middle'] })
  const rows = useDefaultLayout({ id: 'lintel:rows', panelIds: panels ? ['canvas', 'panels'] : ['canvas'] })
  return (
    <main className="workbench">
      <Group id="lintel:rows" orientation="vertical" className="workbench-body" disabled={covered} {...rows}>
        <Panel id="canvas" minSize="160px">
          <div className="workbench-drawing">
            {palette ? (
              <aside
                className="workbench-palette"
                aria-label="Components"
                data-folded={folded}
                style={{ width: folded ? foldedWidth : paletteWidth }}
              >
                <LeftPanel />
                {folded || !adding ? null : <Nudge id="add" />}
              </aside>
            ) : null}
            <Group
              id="lintel:columns"
              orientation="horizontal"
              className="workbench-columns"
              disabled={covered}
              {...columns}
            >
              <Panel id="middle" minSize="320px">
                <div className="workbench-middle">
                  <OptionSwitch />
                  <CompareSplit>
                    <Canvas />
                  </CompareSplit>
                </div>
              </Panel>
              {inspector ? (
                <>
                  <Separator className="separator separator-column" />
                  <Panel
                    id="inspector"
                    defaultSize={inspectorWidth}
                    minSize="240px"
                    maxSize="520px"
                    groupResizeBehavior="preserve-pixel-size"
                  >
                    <aside className="workbench-inspector" aria-label="Inspector">
                      <InspectorPanel />
                    </aside>
                  </Panel>
                </>
              ) : null}
            </Group>
          </div>
        </Panel>
        {panels ? (
          <>
            <Separator className="separator separator-row" />
            <Panel
              id="panels"
              defaultSize={panelsHeight}
              minSize="96px"
              maxSize="70%"
              groupResizeBehavior="preserve-pixel-size"
              onResize={({ inPixels }) => keepPanelsHeight(inPixels)}
            >
              <div className="workbench-panels" data-maximised={maximised}>
                <BottomPanels />
              </div>
            </Panel>
          </>
        ) : null}
      </Group>
      {canvasOnly ? null : <Nudge id="numbers" />}
      <StatusBar />
    </main>
  )
}
