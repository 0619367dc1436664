/* global React, ReactDOM, GraphiQL */
(function start() {
  'use strict';

  var place = document.getElementById('graphiql');

  function show(examples) {
    var fetcher = GraphiQL.createFetcher({
      url: '/graphql',
      headers: { 'accept-language': navigator.language || 'vi' },
    });
    var tabs = examples.map(function toTab(example) {
      return { query: example.query };
    });
    var editor = React.createElement(GraphiQL, {
      fetcher: fetcher,
      defaultTabs: tabs,
      defaultEditorToolsVisibility: 'variables',
      shouldPersistHeaders: false,
      isHeadersEditorEnabled: true,
    });
    ReactDOM.createRoot(place).render(editor);
  }

  fetch('/assets/examples.json')
    .then(function read(response) {
      return response.json();
    })
    .then(show)
    .catch(function report(error) {
      place.textContent = 'Không tải được trình soạn truy vấn: ' + error.message;
    });
})();
