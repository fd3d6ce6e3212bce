#pragma once

#include "engine/market/feed_message.h"

#include <string_view>

namespace qob {

class ListRow;

// How the answer with a venue's list of instruments is written, as data: names of fields ("outer.inner" where
// they lie deeper), empty where it has none. What the names do not tell, `finish` does.
struct ListForm {
    std::string_view url; // a part of the request's address by which its answer is known
    // Where the entries are: "data", "result.list"; empty: the answer is the array; ".": it is one entry
    // itself. An object in place of the array has an entry for each name, which is the entry's "$key".
    std::string_view list;
    std::string_view symbol;
    std::string_view base; // empty: as the symbol says
    std::string_view quote;
    std::string_view tickSize;
    std::string_view tickDecimals; // a count of decimals instead of a size
    std::string_view lotSize;
    std::string_view lotDecimals;
    std::string_view minQty;
    std::string_view maxQty; // 0: none
    std::string_view minNotional;
    std::string_view contractSize; // InstrumentTerms::contractSize
    std::string_view status;
    std::string_view trading; // what `status` is while it can be traded

    // The rest. False: it is no instrument of this kind. Null: there is none.
    bool (*finish)(ListRow const& row, InstrumentTerms& terms) = nullptr;
};

} // namespace qob
