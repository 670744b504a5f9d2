#pragma once

#include "workflow/context.h"
#include "workflow/ports/modality_worklist.h"

namespace simiao::workflow {

/// What is planned on the devices. That somebody asked is audited first, act `worklist.query` (the server, no name); needs
/// `imaging.read`. Errors of ModalityWorklist::find().
Task<Result<Worklist>> plannedSteps(Context context,
                                    std::shared_ptr<ModalityWorklist> server,
                                    WorklistQuery query,
                                    std::stop_token stop);

} // namespace simiao::workflow
