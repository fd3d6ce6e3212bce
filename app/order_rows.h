#pragma once

#include "engine/database/projector.h"

namespace qob {

// What the records of an order journal (engine/session/order_records.h) come to as rows of the database.
[[nodiscard]] std::unique_ptr<RecordTranslator> makeOrderTranslator();

} // namespace qob
