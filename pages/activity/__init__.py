"""队伍活跃度 (activity): who acts, who only answers, who is lost, and why."""
