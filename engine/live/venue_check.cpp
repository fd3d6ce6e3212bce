#include "engine/live/venue_check.h"

#include <algorithm>
#include <future>
#include <mutex>

namespace qob {

namespace {

// Counts answers that come on io; whoever asked waits until all have come or the time is over.
class Answers {
public:
    void expect() { ++m_missing; }

    void came()
    {
        const std::lock_guard lock(m_mutex);
        --m_missing;
        m_ready.notify_all();
    }

    void enough()
    {
        const std::lock_guard lock(m_mutex);
        m_missing = 0;
        m_ready.notify_all();
    }

    // Every question has a time limit of its own.
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [this] { return m_missing <= 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_ready;
    int m_missing = 0;
};

std::string filled(std::string_view text, VenueSpec const& venue)
{
    const std::vector<std::string> symbols{std::string(venue.example)};
    return fillFrame(text, {}, {symbols});
}

VenueEndpoint const& endpointOf(VenueSpec const& venue)
{
    return venue.endpoints[venue.endpointOf == nullptr ? 0 : venue.endpointOf(venue.example)];
}

// Anything that the venue answers by HTTP; an empty URL: nothing.
HttpQuestion question(VenueSpec const& venue)
{
    VenueRequest const* request = !venue.snapshot.url.empty()  ? &venue.snapshot
                                  : !venue.instruments.empty() ? &venue.instruments.front()
                                                               : &venue.ticket;
    return {filled(request->url, venue), std::string(request->method), filled(request->body, venue)};
}

void takeAnswer(VenueHealth& report, Expected<HttpAnswer> const& answer, Duration took, Timestamp now)
{
    constexpr int ok = 200;
    if (!answer) {
        report.answerProblem = answer.error();
        return;
    }
    if (answer->status != ok) {
        report.answerProblem =
            Error{ErrorCode::NetRefused, "the answer was " + std::to_string(answer->status)};
    } else {
        report.answered = took;
    }
    if (answer->date != Timestamp::min()) {
        // It was written about half way through, at some time in that second.
        report.clockOffset = answer->date + milliseconds(500) - (now - Duration(took.value / 2));
    }
}

void askAll(LiveMarket::World const& world, std::vector<VenueHealth>& reports, Duration timeout)
{
    Answers answers;
    std::vector<std::shared_ptr<void>> questions;
    Clock const& clock = world.clock;
    world.net->postAndWait([&] {
        for (VenueHealth& report : reports) {
            VenueSpec const& venue = *report.venue;
            answers.expect();
            questions.push_back(probeHost(
                *world.net,
                clock,
                filled(endpointOf(venue).url, venue),
                ProbeDepth::Tls,
                timeout,
                [&](HostReport const& stream) {
                    report.stream = stream;
                    answers.came();
                }
            ));
            HttpQuestion const request = question(venue);
            if (request.url.empty()) {
                continue;
            }
            report.asked = true;
            answers.expect();
            questions.push_back(httpRequest(
                *world.net,
                request,
                timeout,
                [&, began = clock.steady()](Expected<HttpAnswer> const& answer) {
                    takeAnswer(report, answer, clock.steady() - began, clock.now());
                    answers.came();
                }
            ));
        }
    });
    answers.wait();
    world.net->postAndWait([&] { questions.clear(); });
}

class NoListener final : public MarketListener {
public:
    void onInstrument(Instrument const& /*instrument*/) override {}

    void onLevel(
        InstrumentId /*instrument*/, Side /*side*/, Price /*price*/, Qty /*qty*/, Timestamp /*time*/
    ) override
    {}

    void onBookCleared(InstrumentId /*instrument*/, Timestamp /*time*/) override {}

    void onBookUpdated(InstrumentId /*instrument*/, Timestamp /*time*/) override {}

    void onTrade(Trade const& /*trade*/) override {}

    void onFeed(FeedStatus const& /*status*/) override {}

    void onNotice(Notice const& /*notice*/) override {}
};

VenueHealth& reportOf(FeedBook const& book, std::vector<VenueHealth>& reports)
{
    return *std::find_if(reports.begin(), reports.end(), [&](VenueHealth const& report) {
        return report.venue->id == book.venue();
    });
}

// Notes which books are Live now, for the first time; returns how many have been.
std::size_t
noteLive(std::vector<FeedBook const*> const& books, std::vector<VenueHealth>& reports, Duration spent)
{
    std::size_t live = 0;
    for (FeedBook const* book : books) {
        VenueHealth& report = reportOf(*book, reports);
        if (!report.book && book->status().state == FeedState::Live) {
            report.book = spent;
        }
        live += report.book ? 1U : 0U;
    }
    return live;
}

void watchBooks(LiveMarket::World const& world, std::vector<VenueHealth>& reports, Duration timeout)
{
    std::vector<LiveSymbol> symbols;
    for (VenueHealth& report : reports) {
        if (report.stream.secured) {
            symbols.push_back({std::string(report.venue->id), std::string(report.venue->example)});
        } else {
            report.bookProblem = report.stream.problem;
        }
    }
    LiveMarket market(world, symbols);
    NoListener listener;
    const Duration begin = world.clock.steady();
    auto const books = market.books();
    auto const spent = [&] {
        return world.clock.steady() - begin;
    };
    while (noteLive(books, reports, spent()) < books.size() && spent() < timeout) {
        market.waitForData(milliseconds(20));
        market.runUntil(world.clock.now(), listener);
    }
    for (FeedBook const* book : books) {
        VenueHealth& report = reportOf(*book, reports);
        if (!report.book) {
            auto const& problem = book->status().problem;
            report.bookProblem =
                problem ? *problem : Error{ErrorCode::NetTimeout, "no whole book of " + book->symbol()};
        }
    }
}

std::string countOf(std::size_t count, std::size_t all)
{
    return std::to_string(count) + " of " + std::to_string(all);
}

std::size_t countIf(std::vector<VenueHealth> const& reports, bool (*holds)(VenueHealth const&))
{
    return static_cast<std::size_t>(std::count_if(reports.begin(), reports.end(), holds));
}

// The middle one; none where nothing is known.
std::optional<Duration> clockOffset(std::vector<VenueHealth> const& reports)
{
    std::vector<Duration> offsets;
    for (VenueHealth const& report : reports) {
        if (report.clockOffset) {
            offsets.push_back(*report.clockOffset);
        }
    }
    if (offsets.empty()) {
        return std::nullopt;
    }
    auto const middle = offsets.begin() + static_cast<std::ptrdiff_t>(offsets.size() / 2);
    std::nth_element(offsets.begin(), middle, offsets.end());
    return *middle;
}

std::string namesOf(std::vector<VenueHealth> const& reports, bool (*holds)(VenueHealth const&))
{
    std::string names;
    for (VenueHealth const& report : reports) {
        if (holds(report)) {
            names += (names.empty() ? "" : ", ") + std::string(report.venue->id);
        }
    }
    return names;
}

bool notFound(VenueHealth const& report)
{
    return !report.stream.found;
}

bool notConnected(VenueHealth const& report)
{
    return report.stream.found && !report.stream.connected;
}

bool notSecured(VenueHealth const& report)
{
    return report.stream.connected && !report.stream.secured;
}

bool noAnswer(VenueHealth const& report)
{
    return report.stream.secured && report.asked && !report.answered;
}

bool noBook(VenueHealth const& report)
{
    return report.stream.secured && !report.book;
}

} // namespace

std::vector<VenueHealth>
checkVenues(LiveMarket::World const& world, std::vector<VenueSpec const*> const& venues, Duration timeout)
{
    std::vector<VenueHealth> reports(venues.size());
    for (std::size_t i = 0; i < venues.size(); ++i) {
        reports[i].venue = venues[i];
    }
    askAll(world, reports, timeout);
    watchBooks(world, reports, timeout);
    return reports;
}

Expected<void> anyReachable(
    NetThread& net, Clock const& clock, std::vector<VenueSpec const*> const& venues, Duration timeout
)
{
    Answers answers;
    std::vector<HostReport> reports(venues.size());
    std::vector<std::shared_ptr<void>> questions;
    net.postAndWait([&] {
        for (std::size_t i = 0; i < venues.size(); ++i) {
            auto const url = filled(endpointOf(*venues[i]).url, *venues[i]);
            answers.expect();
            questions.push_back(probeHost(
                net,
                clock,
                url,
                ProbeDepth::Connect,
                timeout,
                [&, i](HostReport const& report) {
                    reports[i] = report;
                    report.connected ? answers.enough() : answers.came();
                }
            ));
        }
    });
    answers.wait();
    net.postAndWait([&] { questions.clear(); });
    bool const reached = std::any_of(reports.begin(), reports.end(), [](HostReport const& report) {
        return report.connected.has_value();
    });
    if (reached || reports.empty()) {
        return {};
    }
    return tl::unexpected(*reports.front().problem);
}

std::vector<std::string> conclusions(std::vector<VenueHealth> const& reports)
{
    struct Finding {
        bool (*holds)(VenueHealth const&);
        char const* ofAll;
        char const* ofSome;
    };

    static constexpr Finding findings[] = {
        {notFound,
         "There is no network, or no name server answers: no host's name could be looked up. The simulated "
         "market "
         "and recordings can be used without.",
         "Names that could not be looked up: "},
        {notConnected,
         "Names are found, but no connection opens: a firewall is between, or the machine is offline.",
         "Found, but no connection opens (blocked on the way, or down): "},
        {notSecured,
         "Connections open, but nobody can be proven to be who they say they are: a proxy is between (give "
         "its "
         "certificate authority with --ca), or this machine's clock or certificates are wrong.",
         "Not proven to be who they say they are: "},
        {noAnswer,
         "Every question by HTTP was refused or stayed without an answer.",
         "Refused our question by HTTP, or did not answer it (some do so for some countries): "},
        {noBook, "No venue's stream gave a whole book in time.", "No whole book came in time: "},
    };
    std::vector<std::string> sentences;
    for (Finding const& finding : findings) {
        std::size_t const count = countIf(reports, finding.holds);
        if (count != 0) {
            sentences.push_back(
                count == reports.size() ? finding.ofAll
                                        : finding.ofSome + namesOf(reports, finding.holds) + "."
            );
        }
    }
    constexpr Duration odd = seconds(2);
    if (auto const offset = clockOffset(reports); offset && (*offset > odd || -*offset > odd)) {
        auto const tenths = std::abs(offset->value) / milliseconds(100).value;
        sentences.push_back(
            "This machine's clock is " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
            " s " + (*offset > Duration(0) ? "behind" : "ahead of") +
            " the venues': latencies will be wrong, and signed requests may be refused. Set it by NTP."
        );
    }
    sentences.push_back(
        countOf(countIf(reports, [](VenueHealth const& report) { return report.good(); }), reports.size()) +
        " venues can be used."
    );
    return sentences;
}

} // namespace qob
