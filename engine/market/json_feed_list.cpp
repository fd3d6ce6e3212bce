#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/list_form.h"
#include "engine/market/symbol_name.h"

#include <algorithm>

// Lists of instruments, read by what VenueSpec::lists says of them.

namespace qob {

namespace {

// Each entry at `path`, which is an array of objects, or an object with one for each symbol. `empty`: there
// is an array, and nothing in it.
// NOLINTBEGIN(misc-no-recursion): as deep as the path is long
template <class Entry>
JsonError eachEntry(JsonValue value, std::string_view path, bool& empty, Entry const& entry)
{
    if (!path.empty()) {
        auto const first = path.substr(0, path.find('.'));
        auto const rest = path.substr(std::min(path.size(), first.size() + 1));
        return eachFieldOf(value, [&](std::string_view name, JsonValue part) {
            return name == first ? eachEntry(part, rest, empty, entry) : walkJson(part);
        });
    }
    if (isArray(value)) {
        empty = true;
        return eachElementOf(value, [&](std::size_t /*index*/, JsonValue part) -> JsonError {
            empty = false;
            JsonObject object;
            if (!isObject(part)) {
                return walkJson(part);
            }
            auto const error = part.get_object().get(object);
            return error ? error : entry({}, object);
        });
    }
    return eachFieldOf(value, [&](std::string_view name, JsonValue part) -> JsonError {
        JsonObject object;
        if (!isObject(part)) {
            return walkJson(part);
        }
        auto const error = part.get_object().get(object);
        return error ? error : entry(name, object);
    });
}

// NOLINTEND(misc-no-recursion)

std::string asset(std::string_view text)
{
    return upperCase(text);
}

void applyRow(ListForm const& form, ListRow const& row, InstrumentTerms& terms)
{
    auto const take = [](std::string& to, std::string text) {
        if (!text.empty()) {
            to = std::move(text);
        }
    };
    take(terms.base, asset(row.text(form.base)));
    take(terms.quote, asset(row.text(form.quote)));
    useCommonNames(terms);
    take(terms.tickSize, row.step(form.tickDecimals));
    take(terms.tickSize, row.number(form.tickSize));
    take(terms.lotSize, row.step(form.lotDecimals));
    take(terms.lotSize, row.number(form.lotSize));
    take(terms.minQty, row.number(form.minQty));
    take(terms.maxQty, row.number(form.maxQty));
    take(terms.minNotional, row.number(form.minNotional));
    take(terms.contractSize, row.number(form.contractSize));
    terms.finerBooks = true; // lots are what orders have; what is left of one can be anything
    auto const status = row.text(form.status);
    terms.trading = form.status.empty() || status.empty() || status == form.trading;
}

// Under each spelling of its symbol.
void addListed(VenueSpec const& venue, InstrumentTerms terms, FeedBatch& out)
{
    out.instruments.push_back(std::move(terms));
    InstrumentTerms const& listed = out.instruments.back();
    if (auto spelt = venue.spelling == nullptr ? listed.symbol : venue.spelling(listed.symbol);
        spelt != listed.symbol) {
        InstrumentTerms other = listed;
        other.symbol = std::move(spelt);
        out.instruments.push_back(std::move(other));
    }
}

} // namespace

JsonError JsonFeed::readList(JsonDocument& message, ListForm const& form, FeedBatch& out)
{
    JsonValue top;
    if (auto const error = message.get_value().get(top)) {
        return error;
    }
    ListRow row;
    bool named = false; // an entry has a symbol
    auto const entry = [&](std::string_view key, JsonObject object) {
        row.clear();
        row.add("$key", key);
        auto const error = row.read(object);
        std::string symbol(row.text(form.symbol));
        std::erase(symbol, '\\'); // "XBT\/USD"
        if (error || symbol.empty()) {
            return error;
        }
        named = true;
        auto terms = VenueFeed::termsOf(symbol);
        applyRow(form, row, terms);
        if (form.finish == nullptr || form.finish(row, terms)) {
            addListed(spec(), std::move(terms), out);
        }
        return error;
    };
    bool empty = false;
    JsonObject object;
    JsonError error = simdjson::SUCCESS;
    if (form.list != ".") {
        error = eachEntry(top, form.list, empty, entry);
    } else if (error = top.get_object().get(object); !error) {
        error = entry({}, object);
    }
    if (error || named || empty) {
        return error;
    }
    auto const what =
        form.symbol == "$key" ? "for each symbol" : "with the field " + std::string(form.symbol);
    return missing("a list of instruments: expected entries " + what);
}

} // namespace qob
