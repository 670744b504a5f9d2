#include "ui/widgets/candidate_popup.h"

#include "ui/theme/paint.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/candidate_delegate.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::ui {

namespace {

constexpr int kMostRows = 9;
constexpr int kEdge = 3;
constexpr int kOffset = 6; // below the field, clear of its focus ring

} // namespace

CandidatePopup::CandidatePopup(QWidget *field)
    : QFrame(field->window())
    , m_field(field)
    , m_model(new CandidateModel(this))
    , m_list(new QListView)
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CandidateDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Suggestions"));
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Suggestions"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, kEdge, 1, kEdge);
    column->addWidget(m_list);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { Q_EMIT currentChanged(index.row()); });
    field->installEventFilter(this);
    field->window()->installEventFilter(this);
    hide();
}

void CandidatePopup::setCandidates(const QList<Candidate> &candidates)
{
    m_model->setCandidates(candidates);
    if (candidates.isEmpty()) {
        hide();
        return;
    }
    m_list->setCurrentIndex(m_model->index(0));
    for (auto *above = m_field->parentWidget(); above && !above->isWindow(); above = above->parentWidget())
        above->installEventFilter(this); // where it stands follows from all of them
    place();
    show();
    raise();
}

int CandidatePopup::current() const
{
    return m_list->currentIndex().row();
}

bool CandidatePopup::handleKey(const QKeyEvent *event)
{
    if (!isVisible() || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(kMostRows); return true;
    case Qt::Key_PageUp: move(-kMostRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT chosen(current()); return true;
    case Qt::Key_Escape:
        hide();
        Q_EMIT dismissed();
        return true;
    default: return false;
    }
}

void CandidatePopup::move(int rows)
{
    const int row = std::clamp(current() + rows, 0, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(row));
}

QSize CandidatePopup::sizeHint() const
{
    const int rows = std::min(m_model->rowCount(), kMostRows);
    return {m_field->width(), rows * SimiaoStyle::tokens(this).rhythm.row + 2 * kEdge};
}

void CandidatePopup::place()
{
    auto *window = m_field->window();
    if (parentWidget() != window) { // the field came into another window since
        parentWidget()->removeEventFilter(this);
        setParent(window);
        window->installEventFilter(this);
        m_field->installEventFilter(this);
    }
    const auto below = m_field->mapTo(window, QPoint(0, m_field->height() + kOffset));
    const auto size = sizeHint();
    const bool fits = below.y() + size.height() <= window->height();
    const auto above = m_field->mapTo(window, QPoint(0, -kOffset - size.height()));
    setGeometry({fits || above.y() < 0 ? below : above, size});
}

bool CandidatePopup::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (watched == m_field && (type == QEvent::Hide || type == QEvent::FocusOut))
        hide();
    else if (isVisible() && (type == QEvent::Resize || type == QEvent::Move))
        place();
    return QFrame::eventFilter(watched, event);
}

void CandidatePopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &colours = SimiaoStyle::tokens(this).colours;
    paint::box(painter, rect(), colours.panel, colours.outline, kEdge);
}

} // namespace simiao::ui
