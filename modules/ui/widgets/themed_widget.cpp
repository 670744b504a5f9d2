#include "ui/widgets/themed_widget.h"

#include <QAccessibleWidget>
#include <QEvent>

namespace simiao::ui {

namespace {

QAccessibleInterface *accessibleOf(const QString &, QObject *object)
{
    auto *widget = qobject_cast<ThemedWidget *>(object);
    return widget ? new QAccessibleWidget(widget, widget->role()) : nullptr;
}

void installFactoryOnce()
{
    static const bool isInstalled = (QAccessible::installFactory(&accessibleOf), true);
    Q_UNUSED(isInstalled)
}

} // namespace

ThemedWidget::ThemedWidget(QAccessible::Role role, QWidget *parent)
    : QWidget(parent)
    , m_role(role)
{
    installFactoryOnce();
}

void ThemedWidget::refresh()
{
    updateGeometry();
    update();
}

void ThemedWidget::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::StyleChange:
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::LanguageChange:
    case QEvent::EnabledChange:
        retheme();
        refresh();
        break;
    default: break;
    }
}

} // namespace simiao::ui
