#include "engine/venue/binance/binance_message.h"
#include "engine/wire/written_number.h"

namespace qob {

namespace {

struct Filter {
    std::string_view type;
    std::string_view tickSize;
    std::string_view stepSize;
    std::string_view minQty;
    std::string_view maxQty;
    std::string_view minNotional;
};

JsonError readFilter(JsonObject object, Filter& filter)
{
    for (auto field : object) {
        std::string_view name;
        JsonValue value;
        JsonError error = field.unescaped_key().get(name);
        if (error || (error = field.value().get(value))) {
            return error;
        }
        if (name == "filterType") {
            filter.type = rawScalar(value);
        } else if (name == "tickSize") {
            filter.tickSize = rawScalar(value);
        } else if (name == "stepSize") {
            filter.stepSize = rawScalar(value);
        } else if (name == "minQty") {
            filter.minQty = rawScalar(value);
        } else if (name == "maxQty") {
            filter.maxQty = rawScalar(value);
        } else if (name == "minNotional" || name == "notional") {
            filter.minNotional = rawScalar(value);
        }
    }
    return simdjson::SUCCESS;
}

JsonError readFilters(JsonValue value, InstrumentTerms& terms)
{
    simdjson::ondemand::array array;
    if (auto const error = value.get_array().get(array)) {
        return error;
    }
    for (auto element : array) {
        JsonObject object;
        Filter filter;
        JsonError error = element.get_object().get(object);
        if (error || (error = readFilter(object, filter))) {
            return error;
        }
        if (filter.type == "PRICE_FILTER") {
            terms.tickSize = filter.tickSize;
        } else if (filter.type == "LOT_SIZE") {
            terms.lotSize = filter.stepSize;
            terms.minQty = filter.minQty;
            terms.maxQty = filter.maxQty;
        } else if (filter.type == "MIN_NOTIONAL" || filter.type == "NOTIONAL") {
            terms.minNotional = filter.minNotional;
        }
    }
    return simdjson::SUCCESS;
}

// A small count; left as it is where the value is none.
template <class Integer>
void readCount(JsonValue value, Integer& count)
{
    std::uint64_t number = 0;
    constexpr std::uint64_t most = 1'000'000;
    if (parseUnsigned(rawScalar(value), number) && number <= most) {
        count = static_cast<Integer>(number);
    }
}

} // namespace

JsonError readBinanceSymbol(JsonObject object, InstrumentTerms& terms)
{
    for (auto field : object) {
        std::string_view name;
        JsonValue value;
        JsonError error = field.unescaped_key().get(name);
        if (error || (error = field.value().get(value))) {
            return error;
        }
        if (name == "symbol") {
            terms.symbol = rawScalar(value);
        } else if (name == "baseAsset") {
            terms.base = rawScalar(value);
        } else if (name == "quoteAsset") {
            terms.quote = rawScalar(value);
        } else if (name == "status" || name == "contractStatus") {
            terms.trading = rawScalar(value) == "TRADING";
        } else if (name == "contractSize") {
            readCount(value, terms.contractValue);
        } else if (name == "pricePrecision") {
            readCount(value, terms.priceDecimals);
        } else if (name == "quantityPrecision") {
            readCount(value, terms.qtyDecimals);
        } else if (name == "filters") {
            error = readFilters(value, terms);
        }
        if (error) {
            return error;
        }
    }
    return simdjson::SUCCESS;
}

} // namespace qob
