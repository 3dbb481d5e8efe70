import './app.css'
import './room-mode.css'
import { CaptureBar } from '../capture/CaptureBar.tsx'
import { ExportDialog } from '../export/ExportDialog.tsx'
import { LeaveBehindDialog } from '../leave-behind/LeaveBehindDialog.tsx'
import { LibraryScreen } from '../library/index.ts'
import { MeasurementsDialog } from '../measurements/MeasurementsDialog.tsx'
import { PriceBookDialog } from '../prices/PriceBookDialog.tsx'
import { RowsDialog } from '../rows/RowsDialog.tsx'
import { StandardsDialog } from '../standards/StandardsDialog.tsx'
import { Laser } from '../stage/Laser.tsx'
import { WalkDialog } from '../stage/WalkDialog.tsx'
import { useOpenDesigns } from '../store/open-designs.ts'
import { useView } from '../store/view-store.ts'
import { Toaster } from '../ui/index.ts'
import { QuestionMode } from '../workshop/QuestionMode.tsx'
import { ThreatMode } from '../workshop/ThreatMode.tsx'
import { AboutDialog } from './AboutDialog.tsx'
import { BackupsDialog } from './BackupsDialog.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { DesignBoundary } from './DesignBoundary.tsx'
import { FileProblemsDialog } from './FileProblemsDialog.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { LateWorkbench } from './LateWorkbench.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { TopBar } from './TopBar.tsx'
import { useCommands } from './use-commands.ts'
import { useFiles } from './use-files.ts'
import { useTheme } from './use-theme.ts'
import { useWindow } from './use-window.ts'

/** The studio: the library, or an open design, under one bar. */
export function App() {
  const active = useOpenDesigns((state) => state.active)
  const canvasOnly = useView((view) => view.canvasOnly)
  const panels = useView((view) => view.panelsOpen && !view.canvasOnly && !view.roomMode)
  const maximised = useView((view) => view.panelsMaximised)
  const over = active === undefined || (panels && maximised) ? 'page' : panels ? 'panels' : 'tools'
  useTheme()
  useCommands()
  useWindow()
  const { dropping } = useFiles()
  return (
    <div className="app" data-canvas-only={canvasOnly}>
      <TopBar />
      <DesignBoundary key={active ?? 'library'}>
        {active === undefined ? <LibraryScreen /> : <LateWorkbench />}
      </DesignBoundary>
      {dropping ? <div className="drop-veil">Drop a design, a threat model or a drawing to open it</div> : null}
      <CommandPalette />
      {active === undefined ? null : <QuestionMode key={`questions of ${active}`} />}
      {active === undefined ? null : <ThreatMode key={`threats of ${active}`} />}
      {active === undefined ? null : <CaptureBar key={`capture in ${active}`} />}
      <WalkDialog />
      <Laser />
      <ExportDialog />
      <LeaveBehindDialog />
      <BackupsDialog />
      <PriceBookDialog />
      <StandardsDialog />
      <MeasurementsDialog />
      <RowsDialog />
      <FileProblemsDialog />
      <ImportDialog />
      <ShortcutsDialog />
      <AboutDialog />
      <Toaster over={over} />
    </div>
  )
}
