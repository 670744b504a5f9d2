#include "shell/desk_switch.h"

#include "shell/command_registry.h"
#include "shell/interface_language.h"

#include <QMenu>
#include <QStackedWidget>

namespace simiao::shell {

namespace {

constexpr qsizetype kKeys = 9;

} // namespace

DeskSwitch::DeskSwitch(std::vector<DeskEntry> desks,
                       PageMaker makePage,
                       QStackedWidget *pages,
                       const InterfaceLanguage *language,
                       QObject *parent)
    : QObject(parent)
    , m_makePage(std::move(makePage))
    , m_pages(pages)
    , m_language(language)
{
    for (auto &desk : desks)
        addPlace(std::move(desk));
    connect(language, &InterfaceLanguage::changed, this, &DeskSwitch::translate);
    translate();
}

void DeskSwitch::addPlace(DeskEntry desk)
{
    const auto index = count();
    auto *action = new QAction(this);
    action->setObjectName(QStringLiteral("shell.desk.") + desk.code);
    action->setCheckable(true);
    if (index < kKeys)
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(index + 1)));
    connect(action, &QAction::triggered, this, [this, index] { open(index); });
    m_places.push_back({std::move(desk), action});
}

void DeskSwitch::offer(CommandRegistry *commands, QWidget *window) const
{
    for (const auto &place : m_places) {
        commands->add(place.action->objectName(), place.action, place.desk.title);
        window->addAction(place.action);
    }
}

void DeskSwitch::fill(QMenu *menu) const
{
    for (const auto &place : m_places)
        menu->addAction(place.action);
}

QString DeskSwitch::currentTitle() const
{
    return m_current < 0 ? QString() : m_places.at(std::size_t(m_current)).action->text();
}

void DeskSwitch::open(qsizetype index)
{
    if (index < 0 || index >= count())
        return;
    auto &place = m_places.at(std::size_t(index));
    if (!place.page) {
        place.page = m_makePage(place.desk);
        m_pages->addWidget(place.page);
    }
    m_current = index;
    for (const auto &other : m_places)
        other.action->setChecked(&other == &place);
    m_pages->setCurrentWidget(place.page);
    place.page->setFocus(Qt::OtherFocusReason);
    Q_EMIT opened(index);
}

void DeskSwitch::openPage(const QWidget *page)
{
    for (qsizetype index = 0; index < count(); ++index) {
        if (m_places.at(std::size_t(index)).page == page)
            return open(index);
    }
}

QList<QWidget *> DeskSwitch::pages() const
{
    QList<QWidget *> made;
    for (const auto &place : m_places) {
        if (place.page)
            made.append(place.page);
    }
    return made;
}

void DeskSwitch::translate()
{
    for (const auto &place : m_places)
        place.action->setText(place.desk.title.in(m_language->code()));
    Q_EMIT retitled();
}

} // namespace simiao::shell
