#include "ui/models/alerts.h"

#include "engine/api/same_contract.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace qob {

// Follows one rule's instrument on its own.
class Alerts::Watcher {
public:
    Watcher(Alerts& owner, AlertRule const& rule, Instrument const& instrument)
        : m_instrument(instrument)
        , m_watch(rule, instrument)
        , m_bridge(owner.m_session)
    {
        auto const tell = [this, &owner, id = rule.id](bool fires) {
            if (fires) {
                owner.fire(id, m_watch.because());
            }
        };
        // Heard here too, or trades in other units could come before the market's list says so. From then on
        // it is silent: watchAll() puts another one in its place.
        QObject::connect(
            &m_bridge,
            &SessionBridge::instruments,
            &m_bridge,
            [this](InstrumentBatch const& batch) {
                for (auto const& one : batch.instruments) {
                    m_silent = one.id == m_instrument.id ? !understands(one) : m_silent;
                }
            }
        );
        QObject::connect(&m_bridge, &SessionBridge::depth, &m_bridge, [this, tell](DepthBatch const& batch) {
            if (batch.reset) {
                m_watch.forgetBook();
            }
            if (batch.depth && !m_silent) {
                tell(m_watch.onDepth(*batch.depth));
            }
        });
        QObject::connect(
            &m_bridge,
            &SessionBridge::trades,
            &m_bridge,
            [this, tell](TradesBatch const& batch) {
                if (m_silent) {
                    return;
                }
                auto const& trades = batch.trades.trades;
                tell(batch.reset ? m_watch.onTradesAnew(trades) : m_watch.onTrades(trades));
            }
        );
        m_tell = tell;
        m_bridge.watchInstruments();
        m_bridge.watch(instrument.id);
    }

    void takeAccount(AccountReport const& report) { m_tell(m_watch.onAccount(report)); }

    // Whether it compares with numbers in the instrument's units.
    [[nodiscard]] bool understands(Instrument const& instrument) const
    {
        return isSameInstrument(m_instrument, instrument);
    }

private:
    Instrument m_instrument;
    AlertWatch m_watch;
    bool m_silent = false; // its instrument is another one by now
    SessionBridge m_bridge;
    std::function<void(bool)> m_tell;
};

Alerts::Alerts(Session& session, MarketReplica const& market, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_market(market)
{
    connect(&market, &MarketReplica::instrumentsChanged, this, &Alerts::watchAll);
}

Alerts::~Alerts() = default;

QString Alerts::keepIn(QString const& path, bool writes)
{
    m_path = writes ? path : QString();
    QFile file(path);
    if (path.isEmpty() || !file.exists()) {
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        m_path.clear();
        return tr("The alerts cannot be read and are not kept: %1: %2").arg(path, file.errorString());
    }
    QJsonParseError problem;
    auto const document = QJsonDocument::fromJson(file.readAll(), &problem);
    file.close();
    auto const list = document.array();
    for (auto const& one : list) {
        if (auto rule = alertFrom(one.toObject())) {
            rule->id = m_nextId++;
            m_rules.push_back(std::move(*rule));
        }
    }
    auto const lost = list.size() - static_cast<qsizetype>(m_rules.size());
    QString sentence;
    if (!document.isArray() || lost > 0) {
        auto const aside = writes ? path + QStringLiteral(".damaged") : path;
        if (writes) {
            QFile::remove(aside);
            QFile::copy(path, aside);
        }
        sentence =
            document.isArray()
                ? tr("%n alert(s) cannot be read; the file is kept as %1", nullptr, static_cast<int>(lost))
                      .arg(aside)
                : tr("The alerts cannot be read: %1; kept as %2").arg(problem.errorString(), aside);
        save();
    }
    watchAll();
    emit changed();
    return sentence;
}

void Alerts::save()
{
    emit changed();
    if (m_path.isEmpty()) {
        return;
    }
    QJsonArray list;
    for (auto rule : m_rules) {
        rule.armed = rule.armed || m_restingForReplay.contains(rule.id);
        list.append(alertJson(rule));
    }
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(list).toJson()) < 0 || !file.commit()) {
        emit problem(tr("The alerts cannot be saved: %1: %2").arg(m_path, file.errorString()));
    }
}

// Those whose instrument is known by now; the others wait. One whose instrument counts in other units now, or
// has another id, begins anew; one whose instrument is gone waits again.
void Alerts::watchAll()
{
    for (auto const& rule : m_rules) {
        auto const* instrument = m_market.findByName(rule.instrument);
        auto const known = m_watchers.find(rule.id);
        bool const same =
            instrument != nullptr && known != m_watchers.end() && known->second->understands(*instrument);
        if (known != m_watchers.end() && !same) {
            m_watchers.erase(known);
        }
        if (rule.armed && !m_watchers.contains(rule.id)) {
            watch(rule);
        }
    }
}

void Alerts::watch(AlertRule const& rule)
{
    auto const* instrument = m_market.findByName(rule.instrument);
    if (rule.armed && instrument != nullptr && alertValueGood(rule.kind, rule.value, *instrument)) {
        auto& watcher = m_watchers[rule.id] = std::make_unique<Watcher>(*this, rule, *instrument);
        if (m_account) { // what is true already is no edge
            watcher->takeAccount(*m_account);
        }
    }
}

void Alerts::takeAccount(AccountReport const& report)
{
    m_account = report;
    std::vector<std::uint64_t> ids; // one that fires once takes its watcher away
    for (auto const& [id, watcher] : m_watchers) {
        ids.push_back(id);
    }
    for (std::uint64_t const id : ids) {
        if (auto const found = m_watchers.find(id); found != m_watchers.end()) {
            found->second->takeAccount(report);
        }
    }
}

std::uint64_t Alerts::add(AlertRule rule)
{
    rule.id = m_nextId++;
    m_rules.push_back(rule);
    watch(rule);
    save();
    return rule.id;
}

void Alerts::change(AlertRule const& rule)
{
    for (auto& one : m_rules) {
        if (one.id == rule.id) {
            if (one.armed != rule.armed) {
                m_restingForReplay.erase(rule.id);
            }
            one = rule;
            m_watchers.erase(rule.id);
            watch(rule);
            save();
            return;
        }
    }
}

void Alerts::remove(std::uint64_t id)
{
    m_watchers.erase(id);
    m_restingForReplay.erase(id);
    std::erase_if(m_rules, [&](AlertRule const& rule) { return rule.id == id; });
    save();
}

void Alerts::setArmed(std::uint64_t id, bool armed)
{
    auto const found =
        std::find_if(m_rules.begin(), m_rules.end(), [&](AlertRule const& rule) { return rule.id == id; });
    if (found != m_rules.end() && found->armed != armed) {
        auto rule = *found;
        rule.armed = armed;
        change(rule);
    }
}

void Alerts::fire(std::uint64_t id, QString const& because)
{
    auto const found =
        std::find_if(m_rules.begin(), m_rules.end(), [&](AlertRule const& rule) { return rule.id == id; });
    if (found == m_rules.end() || !found->armed) {
        return;
    }
    auto const text =
        alertText(*found, m_market.findByName(found->instrument)) + QStringLiteral(" · ") + because;
    m_fired.push_front({*found, m_market.status().now, text});
    if (m_fired.size() > history) {
        m_fired.pop_back();
    }
    bool const disarms = !found->repeats;
    if (disarms) {
        found->armed = false;
        if (m_market.status().kind == MarketKind::Replay) {
            m_restingForReplay.insert(id);
        }
        // Its watcher is what calls: it goes when the call is over.
        auto gone = std::shared_ptr<Watcher>(std::move(m_watchers[id]));
        m_watchers.erase(id);
        QMetaObject::invokeMethod(
            this, [gone] {}, Qt::QueuedConnection
        );
    }
    const FiredAlert told = m_fired.front();
    if (disarms) {
        save();
    }
    emit fires(told);
}

} // namespace qob
