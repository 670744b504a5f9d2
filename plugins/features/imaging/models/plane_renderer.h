#pragma once

#include "imaging/models/frame_cache.h"
#include "imaging/models/plane_lens.h"

#include <QObject>
#include <QThreadPool>

namespace simiao::viewer {

/// What a plane shall show.
struct PlaneRequest
{
    imaging::VolumePtr volume; ///< null: nothing
    PlaneLens lens;
    imaging::Slab slab;
    double devicePixelRatio = 1;
};

/// Makes the pictures of one plane on a pool: what takes long first coarsely, then as fine as the screen. A newer request ends an
/// older one, so that a drag never waits in a queue. \thread GUI; the work elsewhere
class PlaneRenderer : public QObject
{
    Q_OBJECT

public:
    explicit PlaneRenderer(std::shared_ptr<QThreadPool> pool, QObject *parent = nullptr);
    ~PlaneRenderer() override;

    void request(PlaneRequest request);
    /// Neither asked for nor under way.
    bool isIdle() const { return !m_isBusy; }

Q_SIGNALS:
    /// \param lens  the picture was made for it  \param pixels  of the view for one of the frame's
    void rendered(simiao::viewer::FramePtr frame, simiao::viewer::PlaneLens lens, double pixels);

private:
    void start(double pixels);
    void take(int generation, double pixels, Result<FramePtr> answer);
    double finest() const { return 1 / m_request.devicePixelRatio; }
    double coarsest() const;

    std::shared_ptr<QThreadPool> m_pool;
    PlaneRequest m_request;
    int m_generation = 0;
    bool m_isBusy = false;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
