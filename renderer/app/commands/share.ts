import type { DocumentFormat } from '../../../shared/documents/document.ts'
import { savePicture } from '../../canvas/picture.ts'
import { viewStore } from '../../store/view-store.ts'
import type { CommandHandler, CommandHandlers } from './handler.ts'

/** The writers are large: they come when somebody exports. */
function documentCommand(id: string, format: DocumentFormat): CommandHandler {
  return {
    run: async () => {
      const { exportDocument } = await import('../../export/export-document.ts')
      await exportDocument(id, format)
    },
  }
}

export const shareCommands: CommandHandlers = {
  'share.preview': { run: () => viewStore.getState().set({ shareOpen: true }) },
  'share.leave-behind': { run: () => viewStore.getState().set({ leaveBehindOpen: true }) },
  'share.decision-records': documentCommand('adr', 'markdown'),
  'share.threat-model-markdown': documentCommand('threat-model', 'markdown'),
  'share.one-pager': documentCommand('one-pager', 'docx'),
  'share.one-pager-pdf': documentCommand('one-pager', 'pdf'),
  'share.architecture': documentCommand('solution-architecture', 'docx'),
  'share.architecture-pdf': documentCommand('solution-architecture', 'pdf'),
  'share.engineers-deck': documentCommand('engineers-deck', 'pptx'),
  'share.runbook': documentCommand('runbook', 'docx'),
  'share.governance-docx': documentCommand('governance', 'docx'),
  'share.cost-workbook': documentCommand('cost-workbook', 'xlsx'),
  'share.threat-model-docx': documentCommand('threat-model', 'docx'),
  'share.threat-model-html': documentCommand('threat-model', 'html'),
  'share.threat-model-pdf': documentCommand('threat-model', 'pdf'),
  'share.threat-table': documentCommand('threat-table', 'csv'),
  'share.threat-issues': documentCommand('threat-issues', 'markdown'),
  'share.threat-results': documentCommand('threat-results', 'sarif'),
  'share.threat-dragon': documentCommand('threat-dragon', 'json'),
  'share.otm-json': documentCommand('otm', 'json'),
  'share.otm-yaml': documentCommand('otm', 'yaml'),
  'share.minutes-pdf': documentCommand('minutes', 'pdf'),
  'share.minutes-docx': documentCommand('minutes', 'docx'),
  'share.minutes-markdown': documentCommand('minutes', 'markdown'),
  'share.deck': documentCommand('deck', 'pptx'),
  'share.review-pack': documentCommand('review-pack', 'docx'),
  'share.review-pack-pdf': documentCommand('review-pack', 'pdf'),
  'share.trade-off': documentCommand('trade-off', 'docx'),
  'share.trade-off-pdf': documentCommand('trade-off', 'pdf'),
  'share.readiness': documentCommand('readiness', 'docx'),
  'share.readiness-xlsx': documentCommand('readiness', 'xlsx'),
  'share.control-evidence': documentCommand('control-evidence', 'docx'),
  'share.control-evidence-xlsx': documentCommand('control-evidence', 'xlsx'),
  'share.exception-request': documentCommand('exception-request', 'html'),
  'share.traceability-pdf': documentCommand('traceability', 'pdf'),
  'share.traceability-html': documentCommand('traceability', 'html'),
  'share.traceability-matrix': documentCommand('traceability-matrix', 'csv'),
  'share.cost-lines': documentCommand('cost-lines', 'csv'),
  'share.governance-pdf': documentCommand('governance', 'pdf'),
  'share.governance-html': documentCommand('governance', 'html'),
  'share.governance-markdown': documentCommand('governance', 'markdown'),
  'share.control-mapping': documentCommand('control-mapping', 'csv'),
  'share.third-party-register': documentCommand('third-party-register', 'csv'),
  'share.model-inventory': documentCommand('model-inventory', 'csv'),
  'share.ai-bom': documentCommand('ai-bom', 'json'),
  'share.picture': { run: () => savePicture('svg') },
}
