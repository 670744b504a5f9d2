#include "admin/views/scan_trial.h"

#include "admin/views/notices.h"
#include "admin/views/scan_field.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/panel_header.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace simiao::admin {

using ui::ScanDoubt;

ScanTrial::ScanTrial(QWidget *parent)
    : QWidget(parent)
    , m_header(new ui::PanelHeader({}))
    , m_field(new ScanField)
    , m_row(new ui::LabelRow({}, m_field))
    , m_verdict(new ui::NoticeLine)
{
    m_verdict->setObjectName(QStringLiteral("admin.devices.verdict"));
    m_field->installEventFilter(this);
    connect(m_field, &ScanField::received, this, &ScanTrial::showVerdict);
    layOut();
    retranslate();
}

void ScanTrial::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.margin, 0, 0, 0);
    aired->addWidget(m_verdict);
    auto *form = new QVBoxLayout;
    form->setContentsMargins(0, rhythm.gap, rhythm.gap, rhythm.gap);
    form->setSpacing(rhythm.gap);
    form->addWidget(m_row);
    form->addLayout(aired);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(form);
    column->addStretch(1);
}

void ScanTrial::enter(const QString &device)
{
    m_device = device;
    m_field->forget();
    retranslate();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void ScanTrial::retranslate()
{
    m_header->setTitle(m_device.isEmpty() ? tr("Try the device") : tr("Try %1").arg(m_device));
    m_row->setLabel(tr("What it sends"));
    ui::LabelRow::align({m_row});
    m_field->setPlaceholderText(tr("scan a code or read a card now"));
    showVerdict();
}

bool ScanTrial::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    Q_EMIT left();
    return true;
}

void ScanTrial::showVerdict()
{
    if (!m_field->hasReceived())
        return put(m_verdict,
                   {ui::Severity::Neutral,
                    tr("Nothing received yet"),
                    tr("It must send keys like a keyboard. Try it, then the keyboard by hand."),
                    {},
                    {}});
    const auto verdict = m_field->verdict();
    const auto facts = tr("%1 characters; between two of them %2 ms, at most %3 ms.")
                           .arg(verdict.text.size())
                           .arg(verdict.meanGapMs)
                           .arg(verdict.longestGapMs);
    put(m_verdict,
        {verdict.isScan() ? ui::Severity::Ok : ui::Severity::Warn, wordsOfVerdict(), facts, {}, {}});
}

QString ScanTrial::wordsOfVerdict() const
{
    switch (m_field->verdict().doubt) {
    case ScanDoubt::None: return tr("Recognised as a scanner");
    case ScanDoubt::TooShort: return tr("Too short for a scanner");
    case ScanDoubt::TooSlow: return tr("As slow as a person");
    case ScanDoubt::NoPrefix: return tr("The prefix is missing");
    case ScanDoubt::NoSuffix: return tr("The suffix is missing");
    }
    return {};
}

} // namespace simiao::admin
