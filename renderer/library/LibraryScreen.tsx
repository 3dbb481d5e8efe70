import { useLiveQuery } from 'dexie-react-hooks'
import { Eye, FilePlus2, FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { listDesigns } from '../store/library.ts'
import { useView } from '../store/view-store.ts'
import { useWorkspaceId } from '../store/workspace-store.ts'
import { Button, EmptyState, SearchField } from '../ui/index.ts'
import { DesignCard } from './DesignCard.tsx'
import { runCommand } from '../app/commands/run.ts'
import { tidyLibrary } from './library-actions.ts'
import { offerRecovery } from './recovery.ts'
import { Recovery } from './Recovery.tsx'
import { searchDesigns } from './search-designs.ts'
import { TemplateCard } from './TemplateCard.tsx'
import { templates } from './templates.ts'
import { WorkspaceMenu } from './WorkspaceMenu.tsx'

/** Home: the designs of the open workspace, and templates to start from. */
export function LibraryScreen() {
  const workspaceId = useWorkspaceId()
  const [text, setText] = useState('')
  const designs = useLiveQuery(
    () => (workspaceId === undefined ? Promise.resolve(undefined) : listDesigns(workspaceId)),
    [workspaceId],
  )
  useEffect(() => void tidyLibrary(), [])
  useEffect(() => {
    if (workspaceId !== undefined) void offerRecovery()
  }, [workspaceId])
  const found = searchDesigns(designs ?? [], text)
  const [asked, setAsked] = useState(false)
  // A room sees no names of other work because somebody pressed one button.
  const isVeiled = useView((view) => view.roomMode) && !asked
  return (
    <main className="library">
      <div className="library-page">
        <header className="library-head">
          {workspaceId === undefined ? null : <WorkspaceMenu workspaceId={workspaceId} />}
          {isVeiled ? null : (
            <SearchField label="Find a design" className="library-search" value={text} onChange={setText} />
          )}
          <Button large icon={FolderOpen} onClick={() => runCommand('file.open')}>
            Open file...
          </Button>
          <Button large tone="primary" icon={FilePlus2} onClick={() => runCommand('file.new')}>
            New design
          </Button>
        </header>
        {isVeiled ? null : <Recovery />}
        <section aria-labelledby="library-designs">
          <h2 id="library-designs">Designs</h2>
          {designs === undefined ? null : isVeiled ? (
            <EmptyState
              text="In room mode the designs of this workspace stay out of sight."
              action={
                <Button large icon={Eye} onClick={() => setAsked(true)}>
                  Show them
                </Button>
              }
            />
          ) : designs.length === 0 ? (
            <EmptyState
              text="Nothing here yet. Start from a template below, or draw from a blank page."
              action={
                <Button large icon={FilePlus2} onClick={() => runCommand('file.new')}>
                  New design
                </Button>
              }
            />
          ) : found.length === 0 ? (
            <p className="library-none">No design here matches “{text}”.</p>
          ) : (
            <ul className="library-grid">
              {found.map((stored) => (
                <DesignCard key={stored.id} stored={stored} />
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="library-templates">
          <h2 id="library-templates">Start from a template</h2>
          <ul className="library-grid">
            {templates.map((template) => (
              <TemplateCard key={template.id} template={template} />
            ))}
          </ul>
        </section>
      </div>
    </main>
  )
}
