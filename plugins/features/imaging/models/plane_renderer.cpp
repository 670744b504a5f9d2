#include "imaging/models/plane_renderer.h"

#include "core/task_of.h"

#include <QCoroTask>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

namespace {

/// Samples that take about 10 ms of one core.
constexpr double kQuick = 600'000;
constexpr double kCoarsest = 8;

double samplesOf(const PlaneRequest &request, double pixels)
{
    const auto grid = request.lens.grid(pixels);
    return double(grid.columns) * grid.rows * imaging::layersOf(request.slab, request.volume->geometry());
}

} // namespace

PlaneRenderer::PlaneRenderer(std::shared_ptr<QThreadPool> pool, QObject *parent)
    : QObject(parent)
    , m_pool(std::move(pool))
{
}

PlaneRenderer::~PlaneRenderer()
{
    m_stop.request_stop();
}

void PlaneRenderer::request(PlaneRequest request)
{
    m_stop.request_stop();
    m_stop = {};
    ++m_generation;
    m_request = std::move(request);
    m_isBusy = m_request.volume != nullptr;
    if (m_isBusy)
        start(coarsest());
}

double PlaneRenderer::coarsest() const
{
    const double times = samplesOf(m_request, finest()) / kQuick;
    return times <= 1 ? finest() : finest() * std::min(kCoarsest, std::ceil(std::sqrt(times)));
}

void PlaneRenderer::start(double pixels)
{
    auto work = [request = m_request, pixels, stop = m_stop.get_token()] {
        return imaging::reformat(*request.volume, request.lens.grid(pixels), request.slab, stop);
    };
    QCoro::connect(taskOf(QtConcurrent::run(m_pool.get(), std::move(work))), this,
                   [this, generation = m_generation, pixels](Result<FramePtr> answer) {
                       take(generation, pixels, std::move(answer));
                   });
}

/// What belongs to a view that is gone is dropped.
void PlaneRenderer::take(int generation, double pixels, Result<FramePtr> answer)
{
    if (generation != m_generation)
        return;
    const bool isFinest = pixels <= finest();
    m_isBusy = answer && !isFinest;
    if (m_isBusy)
        start(finest());
    if (answer)
        Q_EMIT rendered(*answer, m_request.lens, pixels);
}

} // namespace simiao::viewer
