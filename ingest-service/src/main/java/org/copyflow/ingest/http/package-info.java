/// Ingest's HTTP: `POST /v1/articles`, `POST /v1/articles:batch`, `PUT` and `DELETE /v1/articles/{source}/{uri…}`,
/// `GET /v1/receipts/{receipt}`.
///
/// [PushRoutes] and [ReceiptRoutes] are what can be called. A push passes [InFlight] (is there room?), [RequestBody]
/// (bounded, inflated), `push` (is it acceptable, who is it?), `publish` (is it safe on Kafka?) in this order; its
/// answer says which of them refused it.
@NullMarked
package org.copyflow.ingest.http;

import org.jspecify.annotations.NullMarked;
