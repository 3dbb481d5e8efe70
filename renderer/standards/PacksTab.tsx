import { BookOpen, Download, FileUp, Trash2 } from 'lucide-react'
import { removePack, setPackOff } from '../../shared/standards/edit-standards.ts'
import type { RulePack, Standards } from '../../shared/standards/standards.ts'
import { Badge, Button, EmptyState, IconButton, SeverityMark, Switch } from '../ui/index.ts'
import { change } from './change.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { count, exportPack } from './files.ts'

interface PacksTabProps {
  readonly standards: Standards
  readonly onImport: (fileName: string, text: string) => void
}

/** Rules that came as files: switched on and off as a whole, handed on, removed. */
export function PacksTab({ standards, onImport }: PacksTabProps) {
  const packs = standards.packs ?? []
  if (packs.length === 0) {
    return (
      <EmptyState
        icon={BookOpen}
        text="No rules of your own yet: a pack is a JSON file, written as the guide to standards shows."
        action={
          <ChooseFile
            label="Import a pack..."
            title="A standards file with packs (JSON)"
            icon={FileUp}
            onChoose={onImport}
          />
        }
      />
    )
  }
  return (
    <div className="standards-scroll">
      {packs.map((pack) => (
        <Pack key={pack.id} pack={pack} standards={standards} />
      ))}
    </div>
  )
}

function Pack({ pack, standards }: { readonly pack: RulePack; readonly standards: Standards }) {
  const isOff = pack.off === true
  return (
    <section className="standards-pack" data-pack={pack.id} data-off={isOff} aria-label={pack.title}>
      <header className="standards-rule-line">
        <Switch
          label={`Rules of ${pack.title}`}
          checked={!isOff}
          onChange={(on) => void change(standards, setPackOff(standards, pack.id, !on))}
        />
        <strong className="ellipsis">{pack.title}</strong>
        <span className="muted standards-grow">
          {[
            pack.edition,
            count(pack.rules.length, 'rule'),
            pack.source,
            pack.approver && `exceptions: ${pack.approver}`,
          ]
            .filter((part) => part !== undefined && part !== '')
            .join(' · ')}
        </span>
        {isOff ? <Badge>switched off</Badge> : null}
        <Button tone="quiet" icon={Download} onClick={() => void exportPack(pack)}>
          Export...
        </Button>
        <IconButton
          label={`Remove ${pack.title}`}
          icon={Trash2}
          onClick={() => void change(standards, removePack(standards, pack.id), `Removed ${pack.title}.`)}
        />
      </header>
      <ul className="standards-pack-rules">
        {pack.rules.map(({ id, title, severity }) => (
          <li key={id}>
            <SeverityMark severity={severity} />
            <code className="standards-id">{id}</code> <span className="ellipsis">{title}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
