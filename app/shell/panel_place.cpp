#include "shell/panel_place.h"

#include "shell/notice_text.h"

#include <QDynamicPropertyChangeEvent>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace simiao::shell {

namespace {

constexpr auto kSafety = "isPatientSafe";

} // namespace

PanelPlace::PanelPlace(sdk::Extension extension, const sdk::Visit *visit, QWidget *panel, QWidget *parent)
    : QWidget(parent)
    , m_extension(std::move(extension))
    , m_visit(visit)
    , m_panel(panel)
    , m_pages(new QStackedLayout(this))
    , m_elsewhere(new QWidget)
    , m_words(new NoticeText)
{
    constexpr int kAir = 12;
    setObjectName(QStringLiteral("shell.place.") + m_extension.component);
    setFocusProxy(panel);
    m_words->setObjectName(objectName() + QStringLiteral(".words"));
    m_elsewhere->setBackgroundRole(QPalette::Base);
    m_elsewhere->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(m_elsewhere);
    column->setContentsMargins(kAir, kAir, kAir, kAir);
    column->addWidget(m_words);
    column->addStretch(1);
    m_pages->addWidget(panel);
    m_pages->addWidget(m_elsewhere);
    panel->installEventFilter(this);
    connect(m_words, &ui::NoticeLine::triggered, this, &PanelPlace::backRequested);
    translate();
}

PanelPlace::~PanelPlace()
{
    Q_EMIT leaving();
    delete m_panel.data(); // before its visit, also from a window that stays
}

QString PanelPlace::title() const
{
    return m_extension.title.in(QLocale().name());
}

bool PanelPlace::isPatientSafe() const
{
    const auto present = m_panel ? m_panel->property(kSafety) : QVariant();
    return m_extension.isPatientSafe && (!present.isValid() || present.toBool());
}

void PanelPlace::lend()
{
    m_isAway = true;
    m_pages->removeWidget(m_panel);
    m_pages->setCurrentWidget(m_elsewhere);
}

void PanelPlace::takeBack()
{
    m_isAway = false;
    m_pages->insertWidget(0, m_panel);
    m_pages->setCurrentWidget(m_panel);
}

bool PanelPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_panel && event->type() == QEvent::DynamicPropertyChange
        && static_cast<QDynamicPropertyChangeEvent *>(event)->propertyName() == kSafety)
        Q_EMIT safetyChanged();
    return QWidget::eventFilter(watched, event);
}

void PanelPlace::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translate();
}

void PanelPlace::translate()
{
    m_words->setNotice({ui::Severity::Neutral,
                        tr("%1: in a window of its own", "panel").arg(title()),
                        {},
                        {},
                        {tr("Bring it back")}});
}

} // namespace simiao::shell
