#include "ui/shell/dock_layout.h"

#include <QDockWidget>
#include <QJsonArray>
#include <QJsonObject>
#include <QMainWindow>

#include <numeric>

namespace qob {
namespace {

using Qt::StringLiterals::operator""_L1;

// NOLINTBEGIN(misc-no-recursion): no deeper than a JSON document may be

// A layout with its docks found: either one dock, or the children of a row, a column or a stack of tabs.
struct Node {
    QDockWidget* dock = nullptr;
    Qt::Orientation orientation = Qt::Horizontal;
    bool tabs = false;
    std::vector<Node> children;
    std::vector<double> shares;

    [[nodiscard]] QDockWidget* first() const { return dock != nullptr ? dock : children.front().first(); }
};

std::optional<Node> nodeOf(QMainWindow& window, QJsonValue const& layout)
{
    Node node;
    if (layout.isString()) {
        node.dock = window.findChild<QDockWidget*>(layout.toString(), Qt::FindDirectChildrenOnly);
        return node.dock == nullptr ? std::nullopt : std::optional(std::move(node));
    }
    auto const object = layout.toObject();
    auto const sizes = object["sizes"_L1].toArray();
    node.tabs = object.contains("tabs"_L1);
    node.orientation = object.contains("column"_L1) ? Qt::Vertical : Qt::Horizontal;
    auto const key = node.tabs ? "tabs"_L1 : node.orientation == Qt::Vertical ? "column"_L1 : "row"_L1;
    auto const list = object[key].toArray();
    for (int i = 0; i < list.size(); ++i) {
        if (auto child = nodeOf(window, list[i])) {
            node.children.push_back(std::move(*child));
            node.shares.push_back(std::max(sizes[i].toDouble(1), 0.01));
        }
    }
    return node.children.empty() ? std::nullopt : std::optional(std::move(node));
}

// The first dock of the node is in its place already, with all of the node's room.
void split(QMainWindow& window, Node const& node)
{
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        auto* before = node.children[i - 1].first();
        auto* next = node.children[i].first();
        if (node.tabs) {
            window.tabifyDockWidget(before, next);
        } else {
            window.splitDockWidget(before, next, node.orientation);
        }
        next->show();
    }
    for (auto const& child : node.children) {
        split(window, child);
    }
    if (node.tabs) {
        node.first()->raise();
    }
}

void giveRoom(QMainWindow& window, Node const& node, QSize room)
{
    if (node.dock != nullptr || node.tabs) {
        return;
    }
    bool const wide = node.orientation == Qt::Horizontal;
    auto const whole = wide ? room.width() : room.height();
    auto const all = std::accumulate(node.shares.begin(), node.shares.end(), 0.0);
    QList<QDockWidget*> docks;
    QList<int> sizes;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        docks << node.children[i].first();
        sizes << static_cast<int>(whole * node.shares[i] / all);
    }
    window.resizeDocks(docks, sizes, node.orientation);
    for (int i = 0; i < docks.size(); ++i) {
        giveRoom(
            window,
            node.children[static_cast<std::size_t>(i)],
            wide ? QSize(sizes[i], room.height()) : QSize(room.width(), sizes[i])
        );
    }
}

// NOLINTEND(misc-no-recursion)

} // namespace

void applyLayout(QMainWindow& window, QJsonValue const& layout)
{
    auto const root = nodeOf(window, layout);
    if (!root) {
        return;
    }
    window.addDockWidget(Qt::TopDockWidgetArea, root->first());
    root->first()->show();
    split(window, *root);
    giveRoom(window, *root, window.size());
}

} // namespace qob
