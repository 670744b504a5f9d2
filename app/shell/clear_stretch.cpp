#include "shell/clear_stretch.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextEdit>

#include <algorithm>

namespace simiao::shell {

namespace {

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTabBar *>(widget)
        || qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

/// Behind its last tab there is nothing to press.
QRect pressable(const QWidget *widget)
{
    const auto *tabs = qobject_cast<const QTabBar *>(widget);
    return tabs && tabs->count() > 0 ? tabs->tabRect(0).united(tabs->tabRect(tabs->count() - 1))
                                     : widget->rect();
}

/// Left ends (x) and ends beyond the right (y) of what is pressed in the band.
QList<QPoint> takenIn(const QRect &band, const QWidget *floating)
{
    const auto *ground = floating->parentWidget();
    QList<QPoint> taken;
    for (const auto *each : ground->findChildren<QWidget *>()) {
        if (!isControl(each) || !each->isVisible() || floating->isAncestorOf(each))
            continue;
        const auto place = pressable(each);
        const QRect there(each->mapTo(ground, place.topLeft()), place.size());
        if (there.intersects(band))
            taken.append({there.left(), there.right() + 1});
    }
    std::ranges::sort(taken, {}, &QPoint::x);
    return taken;
}

} // namespace

std::optional<QRect> clearStretch(const QWidget *floating, const QRect &band, const QRect &wanted)
{
    auto taken = takenIn(band, floating);
    taken.append({band.right() + 1, band.right() + 1});
    std::optional<QRect> best;
    int nearest = band.width();
    int from = band.left();
    for (const auto &each : taken) {
        if (each.x() - from >= wanted.width()) {
            const int left = std::clamp(wanted.left(), from, each.x() - wanted.width());
            if (std::abs(left - wanted.left()) < nearest) {
                nearest = std::abs(left - wanted.left());
                best = wanted;
                best->moveLeft(left);
            }
        }
        from = std::max(from, each.y());
    }
    return best;
}

} // namespace simiao::shell
