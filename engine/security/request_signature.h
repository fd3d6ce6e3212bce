#pragma once

#include "engine/base/expected.h"
#include "engine/base/time.h"

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace qob {

// A request as security looks at it. It owns nothing.
struct RequestFacts {
    std::string_view method; // "GET"
    std::string_view target; // path and query, as they were sent
    std::string_view query;  // behind the '?', as it was sent
    std::string_view body;
    std::string_view address;                                                  // of the client
    std::vector<std::pair<std::string, std::string>> const* headers = nullptr; // names in lower case

    // Null where there is none. RequestMalformed where there is more than one: two readers might take two
    // different ones.
    [[nodiscard]] Expected<std::string const*> header(std::string_view lowerCaseName) const;
};

// What a signed request says of itself. Nothing of it is proven before `signature` has been checked over
// `text` with the key's secret.
struct SignedRequest {
    std::string key;
    std::string text;      // what the HMAC-SHA256 is over
    std::string signature; // raw bytes
    Timestamp at;          // when the client says it was made
    Duration window;       // how long after that it may arrive
    std::string once;      // may be seen only once within the window; empty: reading twice does no harm
};

inline constexpr Duration signatureWindow = seconds(5);
inline constexpr Duration longestWindow = seconds(60); // that a client may ask for with recvWindow

// Our own form: headers qob-key, qob-timestamp (ms), qob-nonce (16 to 64 letters and digits), qob-signature
// (hex) over
//   timestamp \n nonce \n METHOD \n target \n hex SHA-256 of the body
// RequestMissing, RequestBadValue name the header.
Expected<SignedRequest> readOwnSignature(RequestFacts const& request);
std::string ownSignatureText(
    std::string_view timestamp,
    std::string_view nonce,
    std::string_view method,
    std::string_view target,
    std::string_view body
);

// Binance's form: header x-mbx-apikey; `timestamp`, `recvWindow` and, as the last parameter of the query or
// of a form body, `signature` (hex) over query and body as they were sent, without "&signature=…". It has no
// nonce: the signature itself may come only once, unless the method is GET.
Expected<SignedRequest> readBinanceSignature(RequestFacts const& request);

// The parameter of that name in "a=1&b=2", not decoded. RequestBadValue: it is there twice.
Expected<std::string_view> rawParameter(std::string_view text, std::string_view name, bool& present);

// Remembers what may come only once for as long as it could come again. Any thread.
// Bounded: for each key, so that one cannot crowd out the others, and in all.
class ReplayMemory {
public:
    static constexpr std::size_t mostPerKey =
        20'000; // Enterprise's 200/s over the longest window, and then some
    static constexpr std::size_t mostInAll = 500'000;

    // AuthReplayed: it came before. RequestBusy: there is no room to remember it, so it cannot be let in.
    [[nodiscard]] Expected<void>
    remember(std::string const& key, std::string const& once, Timestamp until, Timestamp now);

    [[nodiscard]] std::size_t size() const;

private:
    struct OfKey {
        std::unordered_map<std::string, Timestamp> seen;
        Timestamp lookAgain = Timestamp::min();
    };

    void forget(OfKey& ofKey, Timestamp now);

    mutable std::mutex m_mutex;
    std::unordered_map<std::string, OfKey> m_keys;
    std::size_t m_size = 0;
};

// AuthSkewed: made too long before, or more than a second after, `now`.
Expected<void> checkWindow(Timestamp at, Duration window, Timestamp now);

} // namespace qob
