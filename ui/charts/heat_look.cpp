#include "ui/charts/heat_look.h"

#include <QJsonValue>

#include <array>
#include <cmath>

namespace qob {

namespace {

struct Switch {
    char const* name;
    bool HeatLook::*value;
};

struct Number {
    char const* name;
    double HeatLook::*value;
    double least;
    double most;
};

struct Count {
    char const* name;
    int HeatLook::*value;
    int least;
    int most;
};

constexpr double anySize = 1e15;

constexpr std::array switches{
    Switch{"exactCuts", &HeatLook::exactCuts},
    Switch{"bubbles", &HeatLook::bubbles},
    Switch{"largeLots", &HeatLook::largeLots},
    Switch{"icebergs", &HeatLook::icebergs},
    Switch{"bestLines", &HeatLook::bestLines},
    Switch{"lastLine", &HeatLook::lastLine},
    Switch{"vwap", &HeatLook::vwap},
    Switch{"delta", &HeatLook::delta},
    Switch{"nakedPocs", &HeatLook::nakedPocs},
};

constexpr std::array numbers{
    Number{"gamma", &HeatLook::gamma, 0.1, 3.0},
    Number{"brightness", &HeatLook::brightness, 0.25, 4.0},
    Number{"lowPercent", &HeatLook::lowPercent, 0, 99},
    Number{"highPercent", &HeatLook::highPercent, 1, 500},
    Number{"lowSize", &HeatLook::lowSize, 0, anySize},
    Number{"highSize", &HeatLook::highSize, 0, anySize},
    Number{"lockedSize", &HeatLook::lockedSize, 0, anySize},
    Number{"leastBubble", &HeatLook::leastBubble, 0, anySize},
    Number{"largeLot", &HeatLook::largeLot, 0, anySize},
};

constexpr std::array counts{
    Count{"rowTicks", &HeatLook::rowTicks, 0, 1'000'000},
    Count{"slicePixels", &HeatLook::slicePixels, 1, 64},
    Count{"deltaHeight", &HeatLook::deltaHeight, 40, 600},
};

constexpr std::array colorNames{"classic", "mono", "viridis", "cividis"};
constexpr std::array shadingNames{"size", "age", "flow"};
constexpr std::array profileNames{"none", "shown", "held"};

template <typename Enum, std::size_t N>
void writeName(QJsonObject& json, char const* key, std::array<char const*, N> const& names, Enum value)
{
    json[QLatin1String(key)] = QLatin1String(names.at(static_cast<std::size_t>(value)));
}

template <typename Enum, std::size_t N>
void readName(QJsonObject const& json, char const* key, std::array<char const*, N> const& names, Enum& value)
{
    const QString text = json[QLatin1String(key)].toString();
    for (std::size_t i = 0; i < N; ++i) {
        if (text == QLatin1String(names.at(i))) {
            value = static_cast<Enum>(i);
        }
    }
}

} // namespace

QJsonObject HeatLook::toJson() const
{
    QJsonObject json;
    for (Switch const& one : switches) {
        json[QLatin1String(one.name)] = this->*one.value;
    }
    for (Number const& one : numbers) {
        json[QLatin1String(one.name)] = this->*one.value;
    }
    for (Count const& one : counts) {
        json[QLatin1String(one.name)] = this->*one.value;
    }
    writeName(json, "colors", colorNames, colors);
    writeName(json, "shading", shadingNames, shading);
    writeName(json, "profile", profileNames, profile);
    return json;
}

void HeatLook::readJson(QJsonObject const& json)
{
    for (Switch const& one : switches) {
        this->*one.value = json[QLatin1String(one.name)].toBool(this->*one.value);
    }
    for (Number const& one : numbers) {
        double const read = json[QLatin1String(one.name)].toDouble(this->*one.value);
        if (read >= one.least && read <= one.most) {
            this->*one.value = read;
        }
    }
    for (Count const& one : counts) {
        double const read = json[QLatin1String(one.name)].toDouble(this->*one.value);
        if (read >= one.least && read <= one.most) {
            this->*one.value = static_cast<int>(read);
        }
    }
    readName(json, "colors", colorNames, colors);
    readName(json, "shading", shadingNames, shading);
    readName(json, "profile", profileNames, profile);
}

} // namespace qob
