import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { Maximize2, Minimize2, X } from 'lucide-react'
import { useDesignState } from '../store/design-store.ts'
import { IconButton, TabList } from '../ui/index.ts'
import type { TabEntry } from '../ui/index.ts'
import { BaselinesPanel } from './baselines/BaselinesPanel.tsx'
import { AssumptionsPanel } from './assumptions/AssumptionsPanel.tsx'
import { useShortcutWords } from './commands.ts'
import { DataPanel } from './data/DataPanel.tsx'
import { DecisionsPanel } from './decisions/DecisionsPanel.tsx'
import { EstimatePanel } from './estimate/EstimatePanel.tsx'
import { FramingPanel } from './framing/FramingPanel.tsx'
import { FindingsPanel } from './findings/FindingsPanel.tsx'
import { MinutesPanel } from './minutes/MinutesPanel.tsx'
import { OptionsPanel } from './options/OptionsPanel.tsx'
import { QuestionsPanel } from './questions/QuestionsPanel.tsx'
import { RequirementsPanel } from './requirements/RequirementsPanel.tsx'
import { useAnalysis, useDesign, useView, viewStore } from './stores.ts'
import type { BottomPanel } from './stores.ts'
import { WorkloadsPanel } from './workloads/WorkloadsPanel.tsx'

// The editor is larger than the rest of the studio together: it comes when somebody asks for the text.
const SourcePanel = lazy(async () => ({ default: (await import('../source/SourcePanel.tsx')).SourcePanel }))

// Reads the rules, which the page starts without.
const ThreatsPanel = lazy(async () => ({ default: (await import('./threats/ThreatsPanel.tsx')).ThreatsPanel }))

// Reads laws and frameworks that no other panel needs.
const GovernancePanel = lazy(async () => ({
  default: (await import('./governance/GovernancePanel.tsx')).GovernancePanel,
}))

/** The panels under the canvas: one row of tabs with counts, and the open one. */
export function BottomPanels() {
  const stored = useView((view) => view.bottomPanel)
  const tabs = useTabs()
  const closeKeys = useShortcutWords('view.toggle-panels')
  const open = tabs.find((tab) => tab.id === stored)?.id ?? 'findings'
  return (
    <section className="bottom-panels" aria-label="Panels">
      <TabList
        label="Panels"
        tabs={tabs}
        value={open}
        onChange={(id) => {
          const tab = tabs.find((one) => one.id === id)
          if (tab !== undefined) viewStore.getState().showPanel(tab.id)
        }}
        end={
          <>
            <MaximiseButton />
            <IconButton
              label="Close the panels"
              icon={X}
              shortcut={closeKeys}
              side="top"
              onClick={() => viewStore.getState().set({ panelsOpen: false })}
            />
          </>
        }
      >
        {contents[open]?.()}
      </TabList>
    </section>
  )
}

function MaximiseButton() {
  const maximised = useView((view) => view.panelsMaximised)
  const keys = useShortcutWords('view.maximise-panels')
  return (
    <IconButton
      label={maximised ? 'Show the canvas again' : 'Panels over the canvas'}
      icon={maximised ? Minimize2 : Maximize2}
      shortcut={keys}
      side="top"
      pressed={maximised}
      onClick={() => viewStore.getState().set({ panelsMaximised: !maximised })}
    />
  )
}

interface PanelTab extends TabEntry {
  readonly id: BottomPanel
}

function useTabs(): readonly PanelTab[] {
  const findings = useAnalysis((analysis) => analysis?.findings.filter((one) => one.status === 'open').length) ?? 0
  const threats =
    useAnalysis(
      (analysis) => analysis?.findings.filter((one) => one.status === 'open' && one.lenses.includes('threat')).length,
    ) ?? 0
  const questions = useAnalysis((analysis) => analysis?.questions.length) ?? 0
  const requirements = useDesign((design) => design.requirements?.length) ?? 0
  const decisions = useDesign((design) => design.decisions?.length) ?? 0
  const variants = useDesignState(({ document }) => document.variants?.length) ?? 0
  const baselines = useDesignState(({ document }) => document.baselines?.length) ?? 0
  const assumptions = useDesign((design) => design.assumptions?.length) ?? 0
  const assets = useDesign((design) => design.data?.length) ?? 0
  return [
    { id: 'findings', label: 'Findings', count: findings },
    { id: 'estimate', label: 'Estimate' },
    { id: 'threats', label: 'Threats', count: threats },
    { id: 'framing', label: 'Framing' },
    { id: 'requirements', label: 'Requirements', count: requirements },
    { id: 'options', label: 'Options', count: variants },
    { id: 'decisions', label: 'Decisions', count: decisions },
    { id: 'baselines', label: 'Baselines', count: baselines },
    { id: 'questions', label: 'Questions', count: questions },
    { id: 'assumptions', label: 'Assumptions', count: assumptions },
    { id: 'workloads', label: 'Workloads' },
    { id: 'data', label: 'Data', count: assets },
    { id: 'governance', label: 'Governance' },
    { id: 'minutes', label: 'Minutes' },
    { id: 'text', label: 'Text' },
  ]
}

const contents: Readonly<Partial<Record<BottomPanel, () => ReactNode>>> = {
  findings: () => <FindingsPanel />,
  threats: () => (
    <Suspense fallback={<p className="panel-empty-line">Opening the threats...</p>}>
      <ThreatsPanel />
    </Suspense>
  ),
  estimate: () => <EstimatePanel />,
  framing: () => <FramingPanel />,
  requirements: () => <RequirementsPanel />,
  options: () => <OptionsPanel />,
  decisions: () => <DecisionsPanel />,
  baselines: () => <BaselinesPanel />,
  questions: () => <QuestionsPanel />,
  assumptions: () => <AssumptionsPanel />,
  workloads: () => <WorkloadsPanel />,
  data: () => <DataPanel />,
  minutes: () => <MinutesPanel />,
  governance: () => (
    <Suspense fallback={<p className="panel-empty-line">Opening governance...</p>}>
      <GovernancePanel />
    </Suspense>
  ),
  text: () => (
    <Suspense fallback={<p className="panel-empty-line">Opening the editor...</p>}>
      <SourcePanel />
    </Suspense>
  ),
}
