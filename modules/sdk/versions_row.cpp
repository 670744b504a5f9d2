#include "sdk/versions_row.h"

#include "ui/theme/simiao_style.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/grow_text_edit.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QRadioButton>

#include <algorithm>

namespace simiao::sdk {

using workflow::Taken;

namespace {

constexpr int kMostLines = 9; // longer texts scroll: the other fields stay in sight

/// \returns `amount` parts of a hundred of `ink` on `ground`
QColor tinted(const QColor &ground, const QColor &ink, int amount)
{
    const auto mixed = [amount](int from, int to) { return from + (to - from) * amount / 100; };
    return QColor(mixed(ground.red(), ink.red()), mixed(ground.green(), ink.green()),
                  mixed(ground.blue(), ink.blue()));
}

/// Not by colour alone.
QTextCharFormat markFormat(const ui::ThemeColours &colours)
{
    QTextCharFormat format;
    format.setBackground(tinted(colours.panel, colours.warn, 22));
    format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    format.setUnderlineColor(colours.warn);
    return format;
}

void markSpans(ui::GrowTextEdit *pane, const std::vector<workflow::TextSpan> &spans)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const auto &span : spans) {
        QTextEdit::ExtraSelection mark;
        mark.format = markFormat(ui::SimiaoStyle::tokens(pane).colours);
        mark.cursor = QTextCursor(pane->document());
        mark.cursor.setPosition(int(span.from));
        mark.cursor.setPosition(int(span.from + span.length), QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    pane->setExtraSelections(marks);
}

} // namespace

VersionsRow::VersionsRow(workflow::TwoVersions field, const QString &language, QWidget *parent)
    : QWidget(parent)
    , m_field(std::move(field))
    , m_taken(workflow::proposedFor(m_field))
    , m_theirs(pane(QStringLiteral("theirs"), m_field.theirs))
    , m_mine(pane(QStringLiteral("mine"), m_field.mine))
    , m_badge(new ui::Badge)
    , m_choices(new QButtonGroup(this))
{
    const QString label = m_field.label.in(language);
    setObjectName(QStringLiteral("versions.") + m_field.field);
    setAccessibleName(label);
    m_theirs->setAccessibleName(tr("%1, signed").arg(label));
    m_mine->setAccessibleName(tr("%1, yours").arg(label));
    auto *top = new QHBoxLayout;
    top->addWidget(new ui::TextLabel(label, ui::Type::Strong));
    top->addWidget(m_badge);
    top->addStretch();
    top->addWidget(makeChoices());
    auto *panes = new QHBoxLayout;
    panes->setSpacing(12);
    panes->addWidget(m_theirs, 1, Qt::AlignTop);
    panes->addWidget(m_mine, 1, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(panes);
    mark();
    showTaken();
}

ui::GrowTextEdit *VersionsRow::pane(const QString &name, const QString &text) const
{
    auto *pane = new ui::GrowTextEdit;
    pane->setObjectName(QStringLiteral("versions.%1.%2").arg(m_field.field, name));
    pane->setText(text);
    pane->setReadOnly(true);
    pane->setFocusPolicy(Qt::ClickFocus); // Tab goes from choice to choice
    pane->setMaximumLines(kMostLines);
    pane->setFrameStyle(QFrame::StyledPanel | QFrame::Sunken);
    if (text.trimmed().isEmpty())
        pane->setPlaceholderText(tr("(nothing)"));
    return pane;
}

QWidget *VersionsRow::makeChoices()
{
    auto *box = new QWidget;
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(16);
    m_choices->setExclusive(true);
    for (const auto taken : workflow::choicesFor(m_field)) {
        auto *button = new QRadioButton(wordFor(taken));
        button->setObjectName(QStringLiteral("versions.%1.take.%2").arg(m_field.field).arg(int(taken)));
        m_choices->addButton(button, int(taken));
        line->addWidget(button);
    }
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        if (isOn)
            take(Taken(id));
    });
    return box;
}

QString VersionsRow::wordFor(Taken taken) const
{
    switch (taken) {
    case Taken::Open: break;
    case Taken::Theirs: return m_field.isAddition ? tr("Leave as signed") : tr("As signed");
    case Taken::Mine: return tr("Mine");
    case Taken::Both: return m_field.isAddition ? tr("Add mine") : tr("Both, mine below");
    }
    return {};
}

void VersionsRow::take(Taken taken)
{
    const auto offered = workflow::choicesFor(m_field);
    if (std::ranges::find(offered, taken) == offered.end())
        taken = taken == Taken::Mine ? Taken::Both : m_taken;
    if (taken == m_taken)
        return;
    m_taken = taken;
    showTaken();
    Q_EMIT takenChanged();
}

void VersionsRow::mark()
{
    const auto found = workflow::differences(m_field.theirs, m_field.mine);
    markSpans(m_theirs, found.inOne);
    markSpans(m_mine, found.inOther);
}

void VersionsRow::showTaken()
{
    if (m_taken == Taken::Open)
        m_badge->setBadge(ui::Severity::Warn, tr("choose"));
    else
        m_badge->setBadge(ui::Severity::Neutral, tr("differs"));
    if (auto *button = m_choices->button(int(m_taken)))
        button->setChecked(true);
}

void VersionsRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        mark();
    QWidget::changeEvent(event);
}

} // namespace simiao::sdk
