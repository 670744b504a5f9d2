#include "tour/object_reader.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <optional>

namespace simiao::tour {

namespace {

constexpr int kMostRows = 200;

/// The name of a widget, or of the nearest part of the window around it that has one.
QString nameOf(const QWidget *widget)
{
    while (widget && widget->objectName().isEmpty())
        widget = widget->parentWidget();
    return widget ? widget->objectName() : QString();
}

const QAction *actionOf(const QWidget *widget, const QString &name)
{
    const auto actions = widget->actions();
    const auto found = std::ranges::find(actions, name, &QAction::objectName);
    return found == actions.end() ? nullptr : *found;
}

const QObject *objectNamed(const QString &name)
{
    const QWidget *hidden = nullptr;
    const QAction *action = nullptr;
    for (const auto *widget : QApplication::allWidgets()) {
        if (!action)
            action = actionOf(widget, name);
        if (widget->objectName() != name)
            continue;
        if (widget->isVisible())
            return widget;
        hidden = widget;
    }
    return hidden ? static_cast<const QObject *>(hidden) : action;
}

QString cellText(const QModelIndex &cell)
{
    const auto shown = cell.data(Qt::DisplayRole).toString();
    return shown.isEmpty() ? cell.data(Qt::AccessibleTextRole).toString() : shown;
}

QString rowText(const QModelIndex &row)
{
    QStringList cells;
    for (int column = 0; column < row.model()->columnCount(row.parent()); ++column)
        cells += cellText(row.siblingAtColumn(column));
    cells.removeAll(QString());
    return cells.join(u' ');
}

QString rowsText(const QAbstractItemView &view)
{
    QStringList rows;
    const int count = std::min(view.model()->rowCount(view.rootIndex()), kMostRows);
    for (int row = 0; row < count; ++row)
        rows += rowText(view.model()->index(row, 0, view.rootIndex()));
    return rows.join(u'\n');
}

std::optional<QString> readList(const QObject *object, const QString &property)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(object);
    if (!view || !view->model())
        return std::nullopt;
    if (property == QLatin1String("count"))
        return QString::number(view->model()->rowCount(view->rootIndex()));
    if (property == QLatin1String("current"))
        return view->currentIndex().isValid() ? rowText(view->currentIndex()) : QString();
    if (property == QLatin1String("rows"))
        return rowsText(*view);
    return std::nullopt;
}

std::optional<QString> readQtProperty(const QObject *object, const QString &property)
{
    auto value = object->property(property.toLatin1().constData());
    if (!value.isValid() && property == QLatin1String("text"))
        value = object->property("plainText");
    return value.isValid() ? std::optional(value.toString()) : std::nullopt;
}

Error notFound(const char *code, const QString &detail)
{
    return {ErrorKind::NotFound, QString::fromLatin1(code), detail};
}

} // namespace

Result<QString> readProperty(const QString &name, const QString &property)
{
    if (name == QLatin1String("app") && property == QLatin1String("focus"))
        return nameOf(QApplication::focusWidget());
    const auto *object = objectNamed(name);
    if (!object && property == QLatin1String("visible"))
        return QStringLiteral("false");
    if (!object)
        return notFound("tour.object", QStringLiteral("no object \"%1\"").arg(name));
    if (const auto text = readList(object, property))
        return *text;
    if (const auto text = readQtProperty(object, property))
        return *text;
    return notFound("tour.property", QStringLiteral("\"%1\" has no property \"%2\"").arg(name, property));
}

QString focusDescription()
{
    QStringList path;
    for (const auto *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        const auto type = QString::fromLatin1(widget->metaObject()->className());
        path.prepend(widget->objectName().isEmpty() ? type : widget->objectName());
    }
    return path.isEmpty() ? QStringLiteral("nothing has the focus") : path.join(QStringLiteral(" > "));
}

} // namespace simiao::tour
