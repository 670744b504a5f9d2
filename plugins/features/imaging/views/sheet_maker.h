#pragma once

#include "imaging/models/measurement_book.h"
#include "imaging/views/printed_sheet.h"

#include <QObject>

#include <stop_token>

namespace simiao::viewer {

/// What every page of a print is made with.
struct SheetStyle
{
    QSizeF contentMm;
    PrintForms forms;
    CellStyle cell;
    SheetWords words;
    bool isOnDarkGround = false; ///< a film that light shines through
};

/// Makes pages: fetches their pictures one after the other and turns each into the pixels that go on paper, so that no more than one
/// frame is held. A picture that cannot be had leaves its reason in its place. One page at a time.
/// \thread GUI; the pixels are made elsewhere
class SheetMaker : public QObject
{
    Q_OBJECT

public:
    /// \param book  not owned; null: no measurements
    SheetMaker(std::shared_ptr<workflow::ImageSource> source,
               const MeasurementBook *book,
               QObject *parent = nullptr);
    ~SheetMaker() override;

    /// What was being made is dropped. \param page  from 0
    void make(const PrintPlan &plan, int page, const SheetStyle &style);

Q_SIGNALS:
    /// \param failed  pictures that are missing, and why the first of them is
    void made(std::shared_ptr<const simiao::viewer::PrintedSheet> sheet,
              const std::vector<simiao::Error> &failed);

private:
    void next();
    std::vector<imaging::Measurement> measurementsOn(const PrintItem &item) const;
    void take(int generation, const Result<std::shared_ptr<const imaging::Frame>> &frame);

    std::shared_ptr<workflow::ImageSource> m_source;
    const MeasurementBook *m_book;
    PrintPlan m_plan;
    SheetStyle m_style;
    int m_page = 0;
    std::shared_ptr<PrintedSheet> m_sheet;
    std::vector<Error> m_failed;
    int m_generation = 0;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
