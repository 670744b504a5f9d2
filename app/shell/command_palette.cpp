#include "shell/command_palette.h"

#include "ui/theme/simiao_style.h"
#include "ui/widgets/candidate_delegate.h"
#include "ui/widgets/candidate_model.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::shell {

namespace {

constexpr int kWidth = 560;
constexpr int kMargin = 12;
constexpr int kMostRows = 12;
constexpr int kPageRows = kMostRows - 1;
constexpr int kTop = 92; // below the banner: who the patient is stays in sight

QListView *newList(QAbstractItemModel *model)
{
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("palette.list"));
    list->setModel(model);
    list->setItemDelegate(new ui::CandidateDelegate(list));
    list->setFocusPolicy(Qt::NoFocus);
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    return list;
}

} // namespace

CommandPalette::CommandPalette(CommandDirectory *directory, QWidget *parent)
    : OverlayPanel(parent)
    , m_directory(directory)
    , m_input(new QLineEdit)
    , m_model(new ui::CandidateModel(this))
    , m_list(newList(m_model))
{
    m_input->setObjectName(QStringLiteral("palette.input"));
    m_input->installEventFilter(this);
    parent->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_input);
    column->addWidget(m_list);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_directory, &CommandDirectory::improved, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    translate();
    hide();
}

void CommandPalette::open()
{
    if (isVisible()) {
        close();
        return;
    }
    m_input->clear();
    appear();
    search();
    m_input->setFocus(Qt::PopupFocusReason); // the widget left behind keeps its selection
}

void CommandPalette::run()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_found.size())
        return;
    const auto action = m_found.at(row).action;
    if (!action || !action->isEnabled())
        return;
    close();
    action->trigger();
}

void CommandPalette::search()
{
    if (!isVisible())
        return;
    m_found = m_directory->find(m_input->text());
    QList<ui::Candidate> rows;
    for (const auto &[action, names] : std::as_const(m_found)) {
        const auto key = action->shortcut().toString(QKeySequence::NativeText);
        rows.append({names.text, names.other, action->isEnabled() ? key : tr("not available now")});
    }
    if (rows.isEmpty())
        rows.append({tr("No action here is called that."), {}, {}});
    m_model->setCandidates(rows);
    m_list->setCurrentIndex(m_model->index(0));
    place();
}

void CommandPalette::place()
{
    const int row = ui::SimiaoStyle::tokens(this).rhythm.row;
    const int room = parentWidget()->height() - kTop - kMargin - 2 * row; // on a low screen the list scrolls
    const int rows = std::clamp(m_model->rowCount(), 1, std::clamp(room / row, 1, kMostRows));
    m_list->setFixedHeight(rows * row + 2);
    const int width = std::min(kWidth, parentWidget()->width() - 2 * kMargin);
    setGeometry((parentWidget()->width() - width) / 2, kTop, width, layout()->minimumSize().height());
}

void CommandPalette::step(int rows)
{
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, std::max(0, m_model->rowCount() - 1));
    m_list->setCurrentIndex(m_model->index(row));
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_PageDown: step(kPageRows); return true;
    case Qt::Key_PageUp: step(-kPageRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: run(); return true;
    case Qt::Key_Escape: close(); return true;
    default: return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (!isVisible())
        return false;
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize)
            place();
        return false;
    }
    if (event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    if (event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        leave();
    return false;
}

void CommandPalette::changeEvent(QEvent *event)
{
    OverlayPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translate();
}

void CommandPalette::translate()
{
    m_input->setPlaceholderText(tr("Find any action: name, Chinese or pinyin"));
    m_input->setAccessibleName(tr("Find any action"));
    m_list->setAccessibleName(tr("Actions"));
    setAccessibleName(tr("Find any action"));
    search();
}

} // namespace simiao::shell
