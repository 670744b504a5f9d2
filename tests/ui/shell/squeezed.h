#pragma once

#include <QLayout>
#include <QSplitter>
#include <QWidget>

namespace simiao::test {

inline QString describe(const QWidget *widget, QSize least)
{
    return QStringLiteral("%1 %2: %3x%4 of %5x%6")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())
        .arg(widget->width())
        .arg(widget->height())
        .arg(least.width())
        .arg(least.height());
}

inline bool isLess(QSize size, QSize least)
{
    return size.width() < least.width() || size.height() < least.height();
}

/// What a layout below `root` had to make smaller than it may be, or to put beyond the edge of its parent: there it overlaps
/// its neighbours or is cut off. Empty: everything has its room.
inline QStringList squeezed(const QWidget *root)
{
    QStringList found;
    for (const auto *layout : root->findChildren<QLayout *>()) {
        for (int i = 0; i < layout->count(); ++i) {
            const auto *widget = layout->itemAt(i)->widget();
            if (!widget || !widget->isVisible())
                continue;
            const auto least = layout->itemAt(i)->minimumSize();
            const bool isInside = widget->parentWidget()->rect().contains(widget->geometry());
            if (isLess(widget->size(), least) || !isInside)
                found.append(describe(widget, least));
        }
    }
    for (const auto *splitter : root->findChildren<QSplitter *>()) {
        for (int i = 0; i < splitter->count(); ++i) {
            const auto *widget = splitter->widget(i);
            if (widget->isVisible() && isLess(widget->size(), widget->minimumSizeHint()))
                found.append(describe(widget, widget->minimumSizeHint()));
        }
    }
    return found;
}

} // namespace simiao::test
