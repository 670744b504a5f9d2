#include "admin/views/text_form.h"

#include "admin/views/field_chain.h"
#include "admin/views/notices.h"
#include "sdk/desk.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/label_row.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace simiao::admin {

namespace {

constexpr int kWidest = 720; // a name is not as long as a screen is wide

} // namespace

TextForm::TextForm(const QString &name, const QStringList &fields, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_notice(new ui::NoticeLine)
{
    setObjectName(name);
    auto *lines = new QWidget;
    lines->setMaximumWidth(kWidest);
    lines->setLayout(m_column);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(lines, 1000); // the rest of a wide screen stays empty
    line->addStretch(1);
    m_notice->setObjectName(name + QStringLiteral(".notice"));
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_column->setContentsMargins(0, rhythm.gap, rhythm.gap, rhythm.gap);
    m_column->setSpacing(rhythm.gapSmall);
    for (const auto &field : fields)
        addLine(name + u'.' + field);
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.margin, rhythm.gapSmall, 0, 0);
    aired->addWidget(m_notice);
    m_column->addLayout(aired);
    m_column->addStretch(1);
    m_chain = new FieldChain(QWidgetList(m_lines.begin(), m_lines.end()), this);
    connect(m_chain, &FieldChain::passedStart, this, &TextForm::passedStart);
    connect(m_chain, &FieldChain::passedEnd, this, &TextForm::passedEnd);
    setFault({}, {});
}

void TextForm::addLine(const QString &name)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    auto *row = new ui::LabelRow({}, line);
    const int field = int(m_lines.size());
    connect(line, &QLineEdit::textEdited, this,
            [this, field](const QString &text) { Q_EMIT edited(field, text); });
    m_lines.append(line);
    m_rows.append(row);
    m_column->addWidget(row);
}

void TextForm::enter()
{
    m_chain->enter();
}

void TextForm::enterAt(int field)
{
    m_lines.at(field)->setFocus(Qt::OtherFocusReason);
}

void TextForm::setText(int field, const QString &text)
{
    if (m_lines.at(field)->text() != text)
        m_lines.at(field)->setText(text);
}

void TextForm::setLabels(const QStringList &labels)
{
    for (int field = 0; field < m_rows.size(); ++field)
        m_rows.at(field)->setLabel(labels.value(field));
    ui::LabelRow::align(m_rows);
}

void TextForm::setFault(const QString &lead, const std::optional<Error> &fault)
{
    put(m_notice,
        fault ? ui::Notice{ui::Severity::Block, lead, sdk::errorText(*fault), {}, {}} : ui::Notice());
}

} // namespace simiao::admin
