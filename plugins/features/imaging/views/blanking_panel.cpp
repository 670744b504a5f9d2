#include "imaging/views/blanking_panel.h"

#include "sdk/desk.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QCoroTask>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::viewer {

using workflow::BlankedPart;
using workflow::PictureArea;

BlankingPanel::BlankingPanel(BlankingSubject subject, QWidget *parent)
    : QWidget(parent)
    , m_subject(std::move(subject))
    , m_slice(m_subject.shown)
    , m_view(new BlankingView)
    , m_picture(new QSpinBox)
    , m_only(new QCheckBox(tr("Only in this picture")))
    , m_list(new QListWidget)
    , m_remove(new QPushButton(tr("Remove")))
    , m_leafing(new QWidget)
{
    setObjectName(QStringLiteral("imaging.export.blanking"));
    m_picture->setObjectName(QStringLiteral("imaging.export.blank.picture"));
    m_only->setObjectName(QStringLiteral("imaging.export.blank.only"));
    m_list->setObjectName(QStringLiteral("imaging.export.blank.parts"));
    m_remove->setObjectName(QStringLiteral("imaging.export.blank.remove"));
    layOut();
    connect(m_view, &BlankingView::drawn, this, &BlankingPanel::add);
    connect(m_view, &BlankingView::picked, this, [this](int area) { m_list->setCurrentRow(partOf(area)); });
    connect(m_view, &BlankingView::removalWanted, this, [this](int area) { remove(partOf(area)); });
    connect(m_view, &BlankingView::leafed, this, [this](int by) {
        if (!m_leafing->isHidden())
            m_picture->setValue(m_picture->value() + by);
    });
    connect(m_picture, &QSpinBox::valueChanged, this, [this](int picture) { leafTo(picture - 1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &BlankingPanel::showParts);
    connect(m_remove, &QPushButton::clicked, this, [this] { remove(m_list->currentRow()); });
    take(m_slice, m_subject.frame);
}

BlankingPanel::~BlankingPanel()
{
    m_stop.request_stop();
}

void BlankingPanel::layOut()
{
    constexpr int kListHeight = 84;
    const auto count = static_cast<int>(m_subject.slices.size());
    m_picture->setRange(1, std::max(1, count));
    m_picture->setValue(m_slice + 1);
    m_picture->setSuffix(tr(" of %1", "pictures").arg(count));
    m_picture->setAccessibleName(tr("Picture"));
    m_list->setMaximumHeight(kListHeight);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Blanked parts"));
    m_remove->setAutoDefault(false);
    auto *hint =
        new ui::TextLabel(tr("Drag over what must not be seen: it goes out black. By keys: arrows move "
                             "the cross, Enter sets one corner, then the other; Delete removes."));
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    auto *leafing = new QHBoxLayout(m_leafing);
    leafing->setContentsMargins({});
    leafing->addWidget(new ui::TextLabel(tr("Picture:")));
    leafing->addWidget(m_picture);
    leafing->addStretch();
    leafing->addWidget(m_only);
    auto *below = new QHBoxLayout;
    below->addWidget(m_list, 1);
    below->addWidget(m_remove, 0, Qt::AlignTop);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(hint);
    all->addWidget(m_view, 1);
    all->addWidget(m_leafing);
    all->addLayout(below);
}

void BlankingPanel::setSingle(bool isSingle)
{
    m_leafing->setHidden(isSingle || m_subject.slices.size() < 2);
    if (isSingle)
        m_picture->setValue(m_subject.shown + 1);
}

void BlankingPanel::leafTo(int slice)
{
    if (slice == m_slice)
        return;
    m_slice = slice;
    m_frame.reset();
    m_stop.request_stop();
    m_stop = {};
    m_view->setPicture(nullptr, {}, tr("The picture is on its way…"));
    const auto &at = m_subject.slices[static_cast<std::size_t>(slice)];
    QCoro::connect(m_subject.source->frame(at.instance, at.frame, m_stop.get_token()), this,
                   [this, slice](const Result<std::shared_ptr<const imaging::Frame>> &frame) {
                       if (slice == m_slice && !m_frame)
                           take(slice, frame);
                   });
}

void BlankingPanel::take(int slice, const Result<std::shared_ptr<const imaging::Frame>> &frame)
{
    m_slice = slice;
    m_frame = frame ? *frame : nullptr;
    if (m_frame)
        m_view->setPicture(m_frame, m_subject.display.value_or(imaging::defaultDisplay(*m_frame)));
    else if (!frame && frame.error().kind != ErrorKind::Cancelled)
        m_view->setPicture(nullptr, {}, sdk::errorText(frame.error()));
    showParts();
}

bool BlankingPanel::isSeen(const BlankedPart &part) const
{
    const auto &at = m_subject.slices[static_cast<std::size_t>(m_slice)];
    return m_frame && part.columns == m_frame->geometry().columns() && part.rows == m_frame->geometry().rows()
        && part.isIn(at.instance.sopInstanceUid, at.frame);
}

void BlankingPanel::showParts()
{
    m_seen.clear();
    std::vector<PictureArea> areas;
    int selected = -1;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (!isSeen(m_parts[i]))
            continue;
        if (int(i) == m_list->currentRow())
            selected = int(areas.size());
        m_seen.push_back(int(i));
        areas.push_back(m_parts[i].area);
    }
    m_view->setAreas(areas, selected);
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

int BlankingPanel::partOf(int area) const
{
    return area < 0 ? -1 : m_seen[static_cast<std::size_t>(area)];
}

/// Of an object with one frame the whole object is meant, so that it can be said to be clean.
void BlankingPanel::add(const PictureArea &area)
{
    if (!m_frame)
        return;
    BlankedPart part{
        .area = area, .columns = m_frame->geometry().columns(), .rows = m_frame->geometry().rows()};
    if (!m_leafing->isHidden() && m_only->isChecked()) {
        const auto &at = m_subject.slices[static_cast<std::size_t>(m_slice)];
        part.sopInstanceUid = at.instance.sopInstanceUid;
        part.frame = at.instance.frames > 1 ? at.frame : -1;
    }
    m_parts.push_back(part);
    m_list->addItem(wordsOf(part));
    m_list->setCurrentRow(m_list->count() - 1);
    showParts();
    Q_EMIT changed();
}

void BlankingPanel::remove(int part)
{
    if (part < 0)
        return;
    m_parts.erase(m_parts.begin() + part);
    {
        const QSignalBlocker quiet(m_list);
        delete m_list->takeItem(part);
    }
    showParts();
    Q_EMIT changed();
}

int BlankingPanel::sliceOf(const BlankedPart &part) const
{
    const auto at = std::ranges::find_if(m_subject.slices, [&part](const Slice &slice) {
        return part.isIn(slice.instance.sopInstanceUid, slice.frame);
    });
    return static_cast<int>(at - m_subject.slices.begin());
}

QString BlankingPanel::wordsOf(const BlankedPart &part) const
{
    const auto &area = part.area;
    const auto what = tr("%1 × %2 pixels from column %3, row %4")
                          .arg(area.width)
                          .arg(area.height)
                          .arg(area.left)
                          .arg(area.top);
    const auto where = part.sopInstanceUid.isEmpty()
        ? tr("all pictures of %1 × %2").arg(part.columns).arg(part.rows)
        : tr("picture %1 only").arg(sliceOf(part) + 1);
    return tr("%1; %2", "a blanked part; in which pictures").arg(what, where);
}

QString BlankingPanel::text() const
{
    QStringList lines;
    for (const auto &part : m_parts)
        lines.append(wordsOf(part));
    return lines.join(u'\n');
}

} // namespace simiao::viewer
