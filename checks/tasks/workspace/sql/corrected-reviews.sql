-- Reviews whose mood a person corrected.
SELECT r.id, r."Body Text", r.sentiment, r.guessed, r.topics, r.points, r.customer, r.state, r.is_verified, r.helpful,
  r.place, r.views, r.weight, r.share, r.price, r.tags, r.numbers, r.day, r.seen_at, r.at, r.span, r.details, r.facts,
  r.prices, r.seen_local, r.token, r.raw, r.code, r.turn, r.nothing
FROM shop.reviews r
WHERE r.state = 'corrected'
