#include "imaging/views/key_image_marks.h"

#include "imaging/views/command_action.h"

#include <algorithm>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

KeyImageMarks::KeyImageMarks(ImageCells *cells, const KnownObjects *known, QObject *parent)
    : QObject(parent)
    , m_cells(cells)
    , m_known(known)
    , m_previous(commandAction(this,
                               u"imaging.previousKeyImage"_s,
                               {Qt::CTRL | Qt::Key_PageUp},
                               [this] { step(false); }))
    , m_next(commandAction(this, u"imaging.nextKeyImage"_s, {Qt::CTRL | Qt::Key_PageDown}, [this] {
        step(true);
    }))
{
    for (const auto &cell : cells->cells())
        prepare(cell);
    connect(cells, &ImageCells::made, this, &KeyImageMarks::prepare);
    connect(cells->active(), &ActiveView::changed, this, &KeyImageMarks::follow);
    connect(known, &KnownObjects::changed, this, [this] {
        m_marked.clear();
        for (const auto &cell : m_cells->cells())
            mark(cell);
        follow();
    });
    retranslate();
    follow();
}

void KeyImageMarks::prepare(const ImageCell &cell)
{
    connect(cell.stack, &ImageStack::changed, this, [this, cell] { mark(cell); });
    mark(cell);
}

/// Each series once: leafing through it asks for nothing.
void KeyImageMarks::mark(const ImageCell &cell)
{
    const auto uid = cell.stack->series().seriesInstanceUid + u'/' + QString::number(cell.stack->count());
    const auto marked = m_marked.find(cell.stack);
    if (marked != m_marked.end() && marked->second == uid)
        return;
    m_marked.insert_or_assign(cell.stack, uid);
    cell.viewport->setKeySlices(m_known->keySlicesOf(cell.stack->series()));
}

/// Behind the last one nothing comes: who goes on leafing knows that all were seen.
void KeyImageMarks::step(bool isForward)
{
    auto *stack = m_cells->active()->stack();
    const auto &keys = m_cells->active()->viewport()->keySlices();
    const int now = stack->wanted();
    std::optional<int> nearest;
    for (const int key : keys) {
        const bool isBeyond = isForward ? key > now : key < now;
        if (isBeyond && (!nearest || std::abs(key - now) < std::abs(*nearest - now)))
            nearest = key;
    }
    if (nearest)
        stack->scrollTo(*nearest);
    else
        m_cells->active()->viewport()->say(isForward ? tr("No key image behind this one")
                                                     : tr("No key image before this one"));
}

void KeyImageMarks::follow()
{
    const bool areAny = !m_cells->active()->viewport()->keySlices().isEmpty();
    for (auto *action : {m_previous, m_next}) {
        action->setVisible(areAny);
        action->setEnabled(areAny);
    }
}

void KeyImageMarks::retranslate()
{
    m_previous->setText(tr("Previous key image"));
    m_next->setText(tr("Next key image"));
}

} // namespace simiao::viewer
