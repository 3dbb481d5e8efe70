import { loadWorkbench } from './late-workbench.ts'
import { startAnalysis } from '../analysis/start-analysis.ts'
import { desktop } from '../desktop.ts'
import { startAutosave } from '../store/autosave.ts'
import { backUpOpened } from '../store/backup-opened.ts'
import { startBrands } from '../store/brand-store.ts'
import { startUnderlays } from '../underlay/underlay-store.ts'
import { startCatalogues } from '../store/catalogues-store.ts'
import { keepHeadlines } from '../store/keep-headlines.ts'
import { openLastDesigns, rememberOpenDesigns } from '../store/last-designs.ts'
import { openDesigns } from '../store/open-designs.ts'
import { startPrices } from '../store/price-store.ts'
import { startStandards } from '../store/standards-store.ts'
import { rememberView } from '../store/view-store.ts'
import { openLastWorkspace } from '../store/workspace-store.ts'
import { watchFocus } from '../ui/focus-return.ts'

/** Everything that runs beside the page: the library, the engines, autosave; then says that the studio can be used. */
export async function startStudio(): Promise<void> {
  watchFocus()
  rememberView()
  startAnalysis()
  startPrices()
  startStandards()
  startBrands()
  startUnderlays()
  startCatalogues()
  startAutosave()
  keepHeadlines()
  backUpOpened()
  const workspaceId = await openLastWorkspace()
  await openLastDesigns(workspaceId)
  // Whoever left a design open sees it first, not the library.
  if (openDesigns.getState().active !== undefined) await loadWorkbench()
  rememberOpenDesigns()
  await desktop.pageReady()
  // Two frames: the first paints what the stores now hold, the second begins when it is on the screen.
  requestAnimationFrame(() => requestAnimationFrame(reportReady))
}

function reportReady(): void {
  performance.mark('lintel:ready')
  document.documentElement.dataset['ready'] = 'true'
  // Whoever looks at the library opens a design next: it must not wait for its workbench then.
  requestIdleCallback(() => void loadWorkbench())
}
