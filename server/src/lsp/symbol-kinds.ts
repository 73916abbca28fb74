import { SymbolKind } from 'vscode-languageserver';

/** The icon that stands for a type of object. */
export const symbolKinds: Readonly<Record<string, SymbolKind>> = {
  section: SymbolKind.Namespace,
  QMGR: SymbolKind.Module,
  QLOCAL: SymbolKind.Field,
  QMODEL: SymbolKind.Class,
  QALIAS: SymbolKind.Variable,
  QREMOTE: SymbolKind.Variable,
  CHANNEL: SymbolKind.Interface,
  CHLAUTH: SymbolKind.Key,
  AUTHREC: SymbolKind.Key,
  AUTHINFO: SymbolKind.Key,
  NAMELIST: SymbolKind.Array,
  PROCESS: SymbolKind.Function,
  SERVICE: SymbolKind.Function,
  LISTENER: SymbolKind.Event,
  TOPIC: SymbolKind.String,
  SUB: SymbolKind.Event,
};
