#include "sdk/versions_dialog.h"

#include "sdk/versions_row.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::sdk {

using workflow::Taken;
using workflow::TwoVersions;

namespace {

constexpr QSize kSize{1120, 640};

/// What needs no choice is only named.
QString sameFields(const std::vector<TwoVersions> &fields, const QString &language)
{
    QStringList names;
    for (const auto &field : fields) {
        if (!field.isDifferent() && !field.theirs.trimmed().isEmpty())
            names.append(field.label.in(language));
    }
    return names.join(QStringLiteral(" · "));
}

} // namespace

VersionsDialog::VersionsDialog(const std::vector<TwoVersions> &fields,
                               const VersionsWords &words,
                               const QString &language,
                               QWidget *parent)
    : QDialog(parent)
    , m_open(new ui::TextLabel({}, ui::Type::Base, ui::TextLabel::Ink::Warn))
    , m_accept(addKey(QStringLiteral("accept"), words.accept, "Ctrl+Return"))
{
    setObjectName(QStringLiteral("versions.dialog"));
    setWindowTitle(tr("Two versions"));
    m_accept->setShortcuts(
        {QKeySequence(QStringLiteral("Ctrl+Return")), QKeySequence(QStringLiteral("Ctrl+Enter"))});
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(makeRows(fields, language));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *lead = new ui::NoticeLine({ui::Severity::Warn, tr("Already signed"), words.lead, {}, {}});
    lead->setObjectName(QStringLiteral("versions.lead"));
    column->addWidget(lead);
    column->addWidget(makeHeads(words));
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(area, 1);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(makeButtons());
    connect(m_accept, &QAction::triggered, this, &QDialog::accept);
    const QSize room = screen() ? screen()->availableSize() - QSize(40, 60) : kSize;
    resize(kSize.boundedTo(room));
    showOpen();
    const auto open = std::ranges::find(m_rows, Taken::Open, &VersionsRow::taken);
    if (open != m_rows.end())
        (*open)->findChild<QRadioButton *>()->setFocus();
}

QAction *VersionsDialog::addKey(const QString &name, const QString &text, const char *keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QStringLiteral("versions.") + name);
    action->setShortcut(QKeySequence(QString::fromLatin1(keys)));
    addAction(action);
    return action;
}

QWidget *VersionsDialog::makeHeads(const VersionsWords &words) const
{
    auto *heads = new QWidget;
    auto *line = new QHBoxLayout(heads);
    line->setContentsMargins(12, 6, 12, 6);
    line->setSpacing(12);
    for (const auto &text : {words.theirs, words.mine}) {
        auto *head = new ui::TextLabel(text, ui::Type::Base, ui::TextLabel::Ink::Secondary);
        head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        line->addWidget(head, 1);
    }
    return heads;
}

QWidget *VersionsDialog::makeRows(const std::vector<TwoVersions> &fields, const QString &language)
{
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const auto &field : fields) {
        if (!field.isDifferent())
            continue;
        auto *row = new VersionsRow(field, language);
        connect(row, &VersionsRow::takenChanged, this, &VersionsDialog::showOpen);
        column->addWidget(row);
        column->addWidget(new ui::Separator(Qt::Horizontal));
        m_rows.push_back(row);
    }
    if (const QString same = sameFields(fields, language); !same.isEmpty()) {
        auto *line = new ui::TextLabel(tr("The same in both: %1").arg(same), ui::Type::Base,
                                       ui::TextLabel::Ink::Secondary);
        line->setObjectName(QStringLiteral("versions.same"));
        line->setContentsMargins(12, 8, 12, 8);
        line->setWordWrap(true);
        column->addWidget(line);
    }
    column->addStretch();
    return content;
}

QWidget *VersionsDialog::makeButtons()
{
    auto *theirs = addKey(QStringLiteral("theirs"), tr("All as signed"), "Alt+1");
    auto *mine = addKey(QStringLiteral("mine"), tr("All mine"), "Alt+2");
    auto *later = addKey(QStringLiteral("later"), tr("Later"), "Esc");
    connect(theirs, &QAction::triggered, this, [this] { takeAll(Taken::Theirs); });
    connect(mine, &QAction::triggered, this, [this] { takeAll(Taken::Mine); });
    connect(later, &QAction::triggered, this, &QDialog::reject);
    auto *bar = new QWidget;
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 8, 12, 8);
    line->setSpacing(8);
    line->addWidget(new ui::ActionButton(theirs));
    line->addWidget(new ui::ActionButton(mine));
    line->addStretch();
    line->addWidget(m_open);
    line->addWidget(new ui::ActionButton(later));
    line->addWidget(new ui::ActionButton(m_accept, ui::ActionButton::Role::Primary));
    for (auto *button : bar->findChildren<QPushButton *>())
        button->setAutoDefault(false); // Enter in the list is no decision
    return bar;
}

std::vector<std::pair<TwoVersions, Taken>> VersionsDialog::choices() const
{
    std::vector<std::pair<TwoVersions, Taken>> chosen;
    chosen.reserve(m_rows.size());
    for (const auto *row : m_rows)
        chosen.emplace_back(row->field(), row->taken());
    return chosen;
}

void VersionsDialog::takeAll(Taken taken)
{
    for (auto *row : m_rows)
        row->take(taken);
}

void VersionsDialog::showOpen()
{
    const auto open = std::ranges::count(m_rows, Taken::Open, &VersionsRow::taken);
    m_open->setText(open > 0 ? tr("%n to choose", nullptr, int(open)) : QString());
    m_accept->setEnabled(open == 0);
}

} // namespace simiao::sdk
