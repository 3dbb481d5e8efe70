export { runCommand } from '../app/commands/run.ts'
