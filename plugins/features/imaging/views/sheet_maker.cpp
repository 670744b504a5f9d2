#include "imaging/views/sheet_maker.h"

#include "core/task_of.h"
#include "sdk/desk.h"

#include <QCoroTask>
#include <QtConcurrentRun>

namespace simiao::viewer {

SheetMaker::SheetMaker(std::shared_ptr<workflow::ImageSource> source,
                       const MeasurementBook *book,
                       QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_book(book)
{
}

SheetMaker::~SheetMaker()
{
    m_stop.request_stop();
}

void SheetMaker::make(const PrintPlan &plan, int page, const SheetStyle &style)
{
    ++m_generation;
    m_stop.request_stop();
    m_stop = {};
    m_plan = plan;
    m_style = style;
    m_page = page;
    m_failed.clear();
    m_sheet = std::make_shared<PrintedSheet>();
    m_sheet->places = sheetPlaces(style.contentMm, style.forms, plan.layout, style.words.hasHeader());
    m_sheet->words = style.words;
    m_sheet->font = style.cell.font;
    if (style.isOnDarkGround)
        m_sheet->darkGround = QRectF(QPointF(), style.contentMm);
    m_sheet->pageText = tr("Page %1 of %2").arg(page + 1).arg(plan.pageCount());
    next();
}

void SheetMaker::next()
{
    const auto items = m_plan.page(m_page);
    while (m_sheet->cells.size() < items.size() && items[m_sheet->cells.size()].isEmpty())
        m_sheet->cells.push_back({.isEmpty = true});
    if (m_sheet->cells.size() == items.size()) {
        Q_EMIT made(m_sheet, m_failed);
        return;
    }
    const auto &at = items[m_sheet->cells.size()].at;
    QCoro::connect(
        m_source->frame(at.instance, at.frame, m_stop.get_token()), this,
        [this, generation = m_generation](const Result<std::shared_ptr<const imaging::Frame>> &frame) {
            take(generation, frame);
        });
}

void SheetMaker::take(int generation, const Result<std::shared_ptr<const imaging::Frame>> &frame)
{
    if (generation != m_generation)
        return;
    const auto &item = m_plan.page(m_page)[m_sheet->cells.size()];
    const auto cellMm = m_sheet->places.cells[m_sheet->cells.size()].size();
    if (!frame) {
        m_failed.push_back(frame.error());
        const auto which = tr("Picture %1 of %2 is missing.").arg(item.slice + 1).arg(item.slices);
        m_sheet->cells.push_back(
            {.font = m_style.cell.font, .refusal = which + u'\n' + sdk::errorText(frame.error())});
        return next();
    }
    // Sixteen million dots on a large film: not on the thread of the screen.
    auto making = QtConcurrent::run(
        [item, frame = *frame, cellMm, style = m_style.cell, measurements = measurementsOn(item)] {
            return printedCell(item, frame, cellMm, style, measurements);
        });
    // Not QFuture::then(), which asks for `this` on the other thread: the window may be closed meanwhile.
    QCoro::connect(taskOf(std::move(making)), this, [this, generation](PrintedCell cell) {
        if (generation != m_generation)
            return;
        m_sheet->cells.push_back(std::move(cell));
        next();
    });
}

std::vector<imaging::Measurement> SheetMaker::measurementsOn(const PrintItem &item) const
{
    if (!m_book)
        return {};
    return m_book->page({item.at.instance.sopInstanceUid, item.at.frame}).items();
}

} // namespace simiao::viewer
