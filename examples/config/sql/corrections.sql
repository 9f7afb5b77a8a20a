SELECT t.id, t.body, r.correct_team, r.predicted_team, r.correct_priority, r.predicted_priority, t.customer_id
FROM ticket_reviews r
JOIN tickets t ON t.id = r.ticket_id
WHERE r.reviewed
