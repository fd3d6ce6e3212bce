#include "ui/charts/heat_map.h"
#include "ui/charts/heat_settings.h"
#include "ui/models/display_text.h"

#include <QAction>
#include <QActionGroup>
#include <QButtonGroup>
#include <QMenu>
#include <QToolButton>

#include <array>

namespace qob {

namespace {

constexpr double zoomStep = 1.25;
constexpr double brightStep = 1.15;
constexpr std::array rowChoices{0, 1, 2, 5, 10, 20, 50, 100};

} // namespace

void HeatMap::buildActions()
{
    addCommand("heatmap.settings", tr("Heat map settings…"), {}, [this] { openSettings(); });
    buildColourActions();
    buildOverlayActions();
    buildMoveActions();
    syncActions();
}

void HeatMap::buildColourActions()
{
    addChoice(
        "heatmap.palette",
        tr("Palette"),
        {tr("Classic"), tr("Mono"), tr("Viridis"), tr("Colour-blind safe")},
        [this] { return static_cast<int>(m_look.colors); },
        [this](int index) {
            HeatLook look = m_look;
            look.colors = static_cast<HeatColors>(index);
            setLook(look);
        }
    );
    addChoice(
        "heatmap.shading",
        tr("Colour shows"),
        {tr("Resting size"), tr("Resting size, bright by age"), tr("Added, pulled, filled")},
        [this] { return static_cast<int>(m_look.shading); },
        [this](int index) {
            HeatLook look = m_look;
            look.shading = static_cast<HeatShading>(index);
            setLook(look);
        }
    );
    QAction* lock = addCommand("heatmap.lockContrast", tr("Lock contrast"), QKeySequence(Qt::Key_L), [this] {
        HeatLook look = m_look;
        look.lockedSize = look.lockedSize > 0 ? 0 : static_cast<double>(m_raster.largestSize());
        setLook(look);
    });
    lock->setCheckable(true);
    m_syncs.emplace_back([this, lock] { lock->setChecked(m_look.lockedSize > 0); });
    auto const brighten = [this](double factor) {
        HeatLook look = m_look;
        look.brightness = std::clamp(look.brightness * factor, 0.25, 4.0);
        setLook(look);
    };
    addCommand("heatmap.darker", tr("Darker"), QKeySequence(Qt::Key_J), [=] { brighten(1 / brightStep); });
    addCommand("heatmap.brighter", tr("Brighter"), QKeySequence(Qt::Key_K), [=] { brighten(brightStep); });
    QStringList rows{tr("Automatic")};
    for (std::size_t i = 1; i < rowChoices.size(); ++i) {
        rows << tr("%n tick(s)", nullptr, rowChoices.at(i));
    }
    addChoice(
        "heatmap.grouping",
        tr("Price rows"),
        rows,
        [this] {
            auto const* found = std::find(rowChoices.begin(), rowChoices.end(), m_look.rowTicks);
            return found == rowChoices.end() ? -1 : static_cast<int>(found - rowChoices.begin());
        },
        [this](int index) {
            HeatLook look = m_look;
            look.rowTicks = rowChoices.at(static_cast<std::size_t>(index));
            setLook(look);
        }
    );
}

void HeatMap::buildOverlayActions()
{
    addToggle("heatmap.bubbles", tr("Trade bubbles"), QKeySequence(Qt::Key_B), &HeatLook::bubbles);
    addToggle("heatmap.bestLines", tr("Best bid and ask lines"), {}, &HeatLook::bestLines);
    addToggle("heatmap.lastLine", tr("Last price line"), {}, &HeatLook::lastLine);
    addToggle("heatmap.vwap", tr("Session VWAP"), QKeySequence(Qt::Key_V), &HeatLook::vwap);
    addToggle("heatmap.delta", tr("Cumulative volume delta"), QKeySequence(Qt::Key_D), &HeatLook::delta);
    addChoice(
        "heatmap.profile",
        tr("Volume profile"),
        {tr("None"), tr("Of what is shown"), tr("Of the whole history held")},
        [this] { return static_cast<int>(m_look.profile); },
        [this](int index) {
            HeatLook look = m_look;
            look.profile = static_cast<HeatProfileOf>(index);
            setLook(look);
        }
    );
    addToggle("heatmap.nakedPocs", tr("Naked points of control (15 min)"), {}, &HeatLook::nakedPocs);
    addToggle("heatmap.largeLots", tr("Large lots"), {}, &HeatLook::largeLots);
    addToggle("heatmap.icebergs", tr("Icebergs"), {}, &HeatLook::icebergs);
}

void HeatMap::buildMoveActions()
{
    auto const move = [this](auto const& change) {
        return [this, change] {
            change();
            moved();
        };
    };
    auto const middle = [this] {
        return 0.5 * m_layout.map.height();
    };
    addCommand("heatmap.reset", tr("Back to the market"), QKeySequence(Qt::Key_Home), move([this] {
                   m_window.reset();
               }));
    addCommand("heatmap.centre", tr("Centre the price"), QKeySequence(Qt::Key_C), move([this] {
                   m_window.centrePrice();
               }));
    QAction* follow =
        addCommand("heatmap.followPrice", tr("Follow the price"), QKeySequence(Qt::Key_P), move([this] {
                       m_window.followPrice(!m_window.followsPrice());
                   }));
    follow->setCheckable(true);
    m_syncs.emplace_back([this, follow] { follow->setChecked(m_window.followsPrice()); });
    auto* in = addCommand("heatmap.zoomIn", tr("Zoom in on price"), {}, move([this, middle] {
                              m_window.zoomPrice(1 / zoomStep, middle());
                          }));
    in->setShortcuts({QKeySequence(Qt::Key_Plus), QKeySequence(Qt::SHIFT | Qt::Key_Plus)});
    addCommand("heatmap.zoomOut", tr("Zoom out of price"), QKeySequence(Qt::Key_Minus), move([this, middle] {
                   m_window.zoomPrice(zoomStep, middle());
               }));
    auto* timeIn = addCommand("heatmap.zoomTimeIn", tr("Zoom in on time"), {}, move([this] {
                                  zoomTime(1 / zoomStep, 0.5 * m_layout.map.width());
                              }));
    timeIn->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    addCommand(
        "heatmap.zoomTimeOut", tr("Zoom out of time"), QKeySequence(Qt::CTRL | Qt::Key_Minus), move([this] {
            zoomTime(zoomStep, 0.5 * m_layout.map.width());
        })
    );
    addChoice(
        "heatmap.span",
        tr("Time shown"),
        {tr("1 minute"), tr("5 minutes"), tr("15 minutes"), tr("1 hour")},
        [this] { return m_spans->checkedId(); },
        [this](int index) { m_spans->button(index)->click(); }
    );
}

QAction* HeatMap::addCommand(
    char const* name, QString const& text, QKeySequence const& keys, std::function<void()> run
)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

QAction*
HeatMap::addToggle(char const* name, QString const& text, QKeySequence const& keys, bool HeatLook::*value)
{
    QAction* action = addCommand(name, text, keys, [this, value] {
        HeatLook look = m_look;
        look.*value = !(look.*value);
        setLook(look);
    });
    action->setCheckable(true);
    m_syncs.emplace_back([this, action, value] { action->setChecked(m_look.*value); });
    return action;
}

void HeatMap::addChoice(
    char const* name,
    QString const& text,
    QStringList const& texts,
    std::function<int()> chosen,
    std::function<void(int)> const& choose
)
{
    auto* menu = new QMenu(text, this);
    auto* group = new QActionGroup(menu);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (int i = 0; i < texts.size(); ++i) {
        QAction* action = menu->addAction(texts.at(i));
        action->setObjectName(QStringLiteral("%1.%2").arg(QLatin1String(name)).arg(i));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choose, i] {
            choose(i);
            syncActions(); // the same one again must stay checked
        });
    }
    m_syncs.emplace_back([group, chosen = std::move(chosen)] {
        int const index = chosen();
        for (int i = 0; i < group->actions().size(); ++i) {
            group->actions().at(i)->setChecked(i == index);
        }
    });
    QAction* action = menu->menuAction();
    action->setObjectName(QLatin1String(name));
    addAction(action);
}

void HeatMap::syncActions()
{
    for (auto const& sync : m_syncs) {
        sync();
    }
}

void HeatMap::openSettings()
{
    if (m_settings == nullptr) {
        m_settings = new HeatSettings(this);
        connect(m_settings, &HeatSettings::changed, this, &HeatMap::setLook);
        connect(m_settings, &HeatSettings::resetWanted, this, [this] { setLook(HeatLook{}); });
    }
    fillSettings();
    m_settings->openAt(mapToGlobal(QPoint(m_layout.map.right() - 4, m_gear->geometry().bottom() + 4)));
}

// The pop-up shows what is chosen elsewhere meanwhile, too.
void HeatMap::fillSettings()
{
    if (m_settings != nullptr) {
        m_settings->setLook(
            m_look,
            sizeDecimals(),
            QString::fromStdString(std::string(m_instrument.base.text())),
            static_cast<double>(m_raster.largestSize())
        );
    }
}

int HeatMap::sizeDecimals() const
{
    return std::clamp(m_instrument.qtyScale, 0, 6);
}

} // namespace qob
