// Lets articles arrive in lists that name a stream. Without it the page is complete, only not live.
'use strict';

const MOST_CARDS = 60;

for (const list of document.querySelectorAll('ol[data-stream]')) {
  follow(list);
}

function follow(list) {
  const status = list.parentElement.querySelector('.live');
  const source = new EventSource(list.dataset.stream);
  let arrived = 0;
  let settled = false;
  status.hidden = false;
  say(status, 'waiting', 'Connecting…');
  source.addEventListener('open', () => {
    say(status, 'on', 'Live');
    // what comes at once is history that the page may show already
    setTimeout(() => { settled = true; }, 1500);
  });
  source.addEventListener('error', () => {
    settled = false;
    say(status, 'waiting', source.readyState === EventSource.CLOSED ? 'Not live: load the page again' : 'Connecting again…');
  });
  const change = (event) => {
    const isNew = show(list, JSON.parse(event.data), settled);
    if (isNew && settled) {
      arrived += 1;
      say(status, 'on', 'Live: ' + arrived + (arrived === 1 ? ' article' : ' articles') + ' arrived');
    }
  };
  ['added', 'updated', 'removed'].forEach((name) => source.addEventListener(name, change));
  source.addEventListener('gap', () => say(status, 'waiting', 'Some articles are missing: load the page again'));
}

function say(status, state, text) {
  status.dataset.state = state;
  status.textContent = text;
}

// Does to the list what the event says; returns whether an article came that was not there.
function show(list, event, animated) {
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
  const card = fill(article);
  card.classList.toggle('arrived', animated);
  list.insertBefore(card, after || null);
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
  time.textContent = article.publishedAt ? stated(article.publishedAt) : instant(article.receivedAt);
  return card;
}

// As exactly as it was stated: 2026-03-06, or 2026-03-06 09:39 +08:00.
function stated(iso) {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[:\d.]*(.*)$/.exec(iso);
  return parts ? (parts[1] + ' ' + parts[2] + ' ' + parts[3].replace('Z', 'UTC')).trim() : iso;
}

function instant(iso) {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC',
  });
  return format.format(new Date(iso)) + ' UTC';
}
