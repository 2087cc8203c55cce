// Runs before the IDE. Where the browser has no database of the IDE yet, this makes it, with the documents in tabs. The IDE opens it after
// this: a browser opens a database for one caller after the other (https://www.w3.org/TR/IndexedDB-3/#connection-queue). The stores are
// those of version 22, which is that of the package; another version is left alone, and the IDE then starts without documents.
{
  const stores = {
    app: [null],
    attachment: [['itemId', 'kind'], { item: 'itemId', workspace: 'workspaceId' }],
    item: [
      'id',
      {
        api: 'apiId',
        children: 'parentId',
        day: ['workspaceId', 'day'],
        kind: ['workspaceId', 'kind'],
        remote: 'remoteId',
        workspace: 'workspaceId',
      },
    ],
    mutex: ['resource'],
    schema: ['endpoint'],
    'schema-attachment': [['endpoint', 'kind']],
    session: ['id', { key: ['sub', 'tenant', 'issuer'] }],
    setting: ['id', { key: ['sub', 'apiUrl'] }],
    tab: ['workspaceId'],
    'update-log': ['id'],
    workspace: ['id', { user: ['tenant', 'sub', 'apiUrl'] }],
    'workspace-sync': ['id', { created: 'created', workspace: 'item.workspaceId' }],
  };
  const unique = { item: 'remote', session: 'key', setting: 'key' };

  const request = ready.documents.length > 0 ? indexedDB.open('banana-cake-pop', 22) : null;
  if (request) {
    request.onupgradeneeded = ({ oldVersion }) => {
      // Somebody's older documents: the IDE brings them to its version.
      if (oldVersion > 0) request.transaction.abort();
      else fill(request.result, request.transaction);
    };
    request.onsuccess = () => request.result.close();
    request.onerror = (event) => event.preventDefault();
  }

  function fill(database, transaction) {
    for (const [name, [keyPath, indexes = {}]] of Object.entries(stores)) {
      const store = database.createObjectStore(name, keyPath ? { keyPath } : undefined);
      for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path, { unique: unique[name] === index });
    }
    const endpoint = location.origin + location.pathname.replace(/\/$/, '');
    const http = { endpoint, headers: ready.headers, includeCookies: false, useGet: false, useTunnel: false };
    const tabs = ready.documents.map(({ name, query, variables }, index) => {
      const id = `doc|ready-${index}`;
      const attach = (kind, content) => transaction.objectStore('attachment').put({ itemId: id, workspaceId: null, kind, ...content });
      transaction.objectStore('item').put({ id, workspaceId: null, kind: 'new-document', name, isDraft: true });
      attach('connection-settings', { http });
      attach('document-content', { body: query, variables });
      attach('origin-document-content', { body: query, variables });
      return {
        id,
        name,
        kind: 'document',
        activeViewId: 'operations',
        activeOperationCompanionViewId: 'builder',
        activeOperationsSettingsViewId: 'variables',
        activeResponseViewId: 'json',
        activeSchemaReferenceViewId: 'default',
        isHistory: false,
        isNew: true,
        hasChanges: false,
        isOperationCompanionCollapsed: false,
        isOperationsSettingsPaneCollapsed: false,
        isResponseEntriesPaneCollapsed: false,
        operationsSettingsPaneHeight: 200,
        responseEntriesPaneHeight: 200,
        focusedElement: 'operations-editor',
        showTracingExtension: true,
        activeOperation: 0,
      };
    });
    const ids = tabs.map(({ id }) => id);
    transaction.objectStore('tab').put({
      activeTabId: ids[0],
      previewTabId: null,
      tabs,
      history: [...ids].reverse(),
      workspaceId: 'local',
      untitledDocumentIds: ids,
    });
  }
}
