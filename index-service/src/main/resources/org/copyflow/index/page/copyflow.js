// Lets articles arrive in lists that name a stream. Without it the page is complete, only not live.
'use strict';

const MOST_CARDS = 60;
const PATIENCE_MS = 3000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LABELS = {
  title: 'headline', publishedAt: 'date', url: 'address', figure: 'figures', quote: 'quotes', caption: 'captions',
  note: 'notes',
};

// on a narrow screen the kinds of topics scroll: the one that the page is about shall be seen
document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

for (const list of document.querySelectorAll('ol[data-stream]')) {
  follow(list);
}

// Follows the stream from what the page shows already. A page that nobody sees holds no connection; it goes on later.
function follow(list) {
  const status = list.parentElement.querySelector('.live');
  const address = new URL(list.dataset.stream, location.href);
  let source = null;
  let timer = 0;
  let arrived = 0;

  function connect() {
    clearTimeout(timer);
    timer = setTimeout(() => say(status, 'waiting', 'Connecting…'), PATIENCE_MS);
    source = new EventSource(address);
    source.addEventListener('open', () => {
      clearTimeout(timer);
      say(status, 'on', live(arrived));
    });
    source.addEventListener('error', () => {
      say(status, 'waiting', 'Connecting again…');
      if (source.readyState === EventSource.CLOSED) { // refused: the browser does not try again by itself
        clearTimeout(timer);
        timer = setTimeout(connect, PATIENCE_MS);
      }
    });
    for (const name of ['added', 'updated', 'removed']) {
      source.addEventListener(name, change);
    }
    source.addEventListener('gap', () => say(status, 'waiting', 'Some articles are missing: load the page again'));
  }

  function change(event) {
    address.searchParams.set('after', event.lastEventId);
    const told = JSON.parse(event.data);
    count({ added: 1, removed: -1 }[told.change] ?? 0);
    if (show(list, told)) {
      arrived += 1;
      say(status, 'on', live(arrived));
    }
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    source?.close();
    if (document.visibilityState === 'visible') {
      connect();
    }
  });
  connect();
}

function live(arrived) {
  return arrived === 0 ? 'Live' : 'Live · ' + arrived + ' new';
}

function say(status, state, text) {
  status.hidden = false;
  status.dataset.state = state;
  status.textContent = text;
}

function count(more) {
  const shown = document.querySelector('[data-count]');
  if (shown) {
    const articles = Number(shown.dataset.count) + more;
    shown.dataset.count = articles;
    shown.textContent = articles + (articles === 1 ? ' article' : ' articles');
  }
}

// Does to the list what the event says; returns whether an article came that was not there.
function show(list, event) {
  const article = event.article;
  const there = [...list.children].find((card) => card.dataset.article === article.id);
  if (there) {
    there.remove();
  }
  if (event.change === 'removed') {
    return false;
  }
  const after = [...list.children].find((card) => Date.parse(card.dataset.sorted) < Date.parse(article.sortedAt));
  if (!after && list.children.length >= MOST_CARDS) {
    return false;
  }
  list.insertBefore(fill(article), after || null);
  while (list.children.length > MOST_CARDS) {
    list.lastElementChild.remove();
  }
  const empty = list.parentElement.querySelector('.empty');
  if (empty) {
    empty.remove();
  }
  return !there;
}

function fill(article) {
  const card = document.getElementById('card').content.firstElementChild.cloneNode(true);
  card.classList.add('arrived');
  card.dataset.article = article.id;
  card.dataset.sorted = article.sortedAt;
  if (article.language) {
    card.lang = article.language;
  }
  const link = card.querySelector('a');
  link.href = '/articles/' + encodeURIComponent(article.id);
  link.textContent = article.title || 'Untitled';
  const summary = card.querySelector('.summary');
  if (article.summary) {
    summary.textContent = article.summary;
  } else {
    summary.remove();
  }
  card.querySelector('.source').textContent = article.source;
  const time = card.querySelector('time');
  time.dateTime = article.publishedAt || article.receivedAt;
  time.textContent = shown(time.dateTime);
  const changed = card.querySelector('.changed');
  if (article.changed) {
    changed.textContent = 'Changed: ' + article.changed.map((field) => LABELS[field] ?? field).join(', ');
  } else {
    changed.remove();
  }
  const copy = card.querySelector('.copy');
  if (article.duplicateOf) {
    copy.href = '/articles/' + encodeURIComponent(article.duplicateOf);
  } else {
    copy.remove();
  }
  return card;
}

// As exactly as it was stated: 6 Mar 2026, or 6 Mar 2026, 09:39 +08:00.
function shown(iso) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)[:\d.]*(.*))?$/.exec(iso);
  if (!parts) {
    return iso;
  }
  const [, year, month, day, time, zone] = parts;
  const date = Number(day) + ' ' + MONTHS[Number(month) - 1] + ' ' + year;
  return time ? (date + ', ' + time + ' ' + zone.replace('Z', 'UTC')).trim() : date;
}
